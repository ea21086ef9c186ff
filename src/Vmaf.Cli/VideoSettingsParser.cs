using System.Collections.Immutable;
using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Cli;

/// <summary>Reads the options about the way of frames from their files.</summary>
internal static class VideoSettingsParser
{
    /// <summary>Applies an option.</summary>
    /// <exception cref="UsageException">Its value cannot be understood.</exception>
    public static VideoSettings Apply(VideoSettings settings, CommandOption option, string value) => option.Id switch
    {
        OptionId.StartReference => settings with { ReferenceStart = ParseTime(option, value) },
        OptionId.StartDistorted => settings with { DistortedStart = ParseTime(option, value) },
        OptionId.Duration => settings with { Duration = ParseTime(option, value) },
        OptionId.FrameRate => settings with { FramesPerSecond = ParseRate(option, value) },
        OptionId.Resize => settings with { Resize = ParseName<ResamplingKernel>(option, value) },
        OptionId.QualitySize => settings with { QualitySize = ParseSize(option, value) },
        OptionId.ApplyRotation => settings with { AppliesRotation = true },
        OptionId.Filter => settings with { Filters = AddFilter(settings.Filters, option, value) },
        OptionId.FilterReference => settings with { ReferenceFilters = AddFilter(settings.ReferenceFilters, option, value) },
        OptionId.FilterDistorted => settings with { DistortedFilters = AddFilter(settings.DistortedFilters, option, value) },
        OptionId.CallbackReference => settings with { ReferenceCallback = FindCallback(value) },
        OptionId.CallbackDistorted => settings with { DistortedCallback = FindCallback(value) },
        OptionId.FifoMode => settings with { FifoMode = ParseName<FifoMode>(option, value) },
        OptionId.WorkPath => settings with { WorkPath = value },
        OptionId.KeepWorkfiles => settings with { KeepsWorkfiles = true },
        OptionId.ReadyWarning => settings with { Ready = settings.Ready with { Warning = ParseTime(option, value) } },
        OptionId.ReadyTimeout => settings with { Ready = settings.Ready with { Timeout = ParseTime(option, value) } },
        _ => throw new InvalidOperationException($"Option {option.Id} is not handled."),
    };

    /// <summary>A number of seconds, or hours, minutes and seconds with colons.</summary>
    private static TimeSpan ParseTime(CommandOption option, string value)
    {
        bool isNumber = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds);
        if (isNumber && seconds <= TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return !isNumber && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan time) && time >= TimeSpan.Zero
            ? time
            : throw SettingsParser.Invalid(option, value, "a number of seconds, or hh:mm:ss");
    }

    private static double ParseRate(CommandOption option, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate) && rate is > 0 and <= 100_000
            ? rate
            : throw SettingsParser.Invalid(option, value, "a number above 0");

    private static PictureSize ParseSize(CommandOption option, string value)
    {
        try
        {
            return PictureSize.Parse(value);
        }
        catch (FormatException)
        {
            throw SettingsParser.Invalid(option, value, "a size such as 1280x720");
        }
    }

    private static T ParseName<T>(CommandOption option, string value)
        where T : struct, Enum
    {
        string[] names = Enum.GetNames<T>();
        return names.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<T>(value, ignoreCase: true)
            : throw SettingsParser.Invalid(option, value, $"one of {string.Join(", ", names).ToLowerInvariant()}");
    }

    private static ImmutableDictionary<VideoFilter, string> AddFilter(
        ImmutableDictionary<VideoFilter, string> filters, CommandOption option, string value)
    {
        int equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? filters.SetItem(Known(() => VideoFilters.Find(value[..equals])), value[(equals + 1)..])
            : throw SettingsParser.Invalid(option, value, "a filter with its arguments, such as crop=1920:800:0:140");
    }

    private static Func<double, double> FindCallback(string value) => Known(() => LumaCallbacks.Find(value));

    private static T Known<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (VmafException unknown)
        {
            throw new UsageException($"{unknown.Message} {unknown.Remedy}");
        }
    }
}
