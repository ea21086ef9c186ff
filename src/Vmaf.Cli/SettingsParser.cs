using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;

namespace Vmaf.Cli;

/// <summary>Makes settings of a command line.</summary>
internal static class SettingsParser
{
    /// <summary>Reads a command line.</summary>
    /// <exception cref="UsageException">It cannot be understood, or something needed is missing.</exception>
    public static Settings Parse(IReadOnlyList<string> arguments)
    {
        var settings = new Settings();
        foreach ((CommandOption option, string value) in OptionReader.Read(arguments))
        {
            settings = Apply(settings, option, value);
            if (settings.ShowHelp || settings.ShowVersion)
            {
                return settings;
            }
        }

        if (settings.Models.Count == 0 && settings.Metrics.Count == 0 && !settings.NoPrediction)
        {
            settings = settings with { Models = [ModelArgument.Default] };
        }

        Check(settings);
        return settings;
    }

    private static Settings Apply(Settings settings, CommandOption option, string value) => option.Id switch
    {
        OptionId.Reference => settings with { Reference = value },
        OptionId.Distorted => settings with { Distorted = value },
        OptionId.Width => settings with { RawHints = settings.RawHints with { Width = ParseSize(option, value) } },
        OptionId.Height => settings with { RawHints = settings.RawHints with { Height = ParseSize(option, value) } },
        OptionId.PixelFormat => settings with { RawHints = settings.RawHints with { Chroma = ParseChroma(option, value) } },
        OptionId.BitDepth => settings with { RawHints = settings.RawHints with { BitDepth = ParseBitDepth(option, value) } },
        OptionId.Model => settings with { Models = [.. settings.Models, ModelArgument.Parse(value)] },
        OptionId.Output => settings with { OutputPath = value },
        OptionId.Xml => settings with { OutputFormat = ReportFormat.Xml },
        OptionId.Json => settings with { OutputFormat = ReportFormat.Json },
        OptionId.Csv => settings with { OutputFormat = ReportFormat.Csv },
        OptionId.Subtitle => settings with { OutputFormat = ReportFormat.Subtitle },
        OptionId.Precision => settings with { Precision = ParsePrecision(option, value) },
        OptionId.Threads => settings with { Threads = ParseCount(option, value) },
        OptionId.Feature => settings with { Features = [.. settings.Features, ParseFeature(value)] },
        OptionId.Metric => settings with { Metrics = [.. settings.Metrics, FindMetric(value)] },
        OptionId.CpuMask => settings with { CpuMask = ParseUnsigned(option, value) },
        OptionId.GpuMask => settings with { GpuMask = ParseUnsigned(option, value) },
        OptionId.FrameCount => settings with { FrameCount = ParseUnsigned(option, value) is > 0 and uint count ? count : null },
        OptionId.SkipReference => settings with { SkipReference = ParseUnsigned(option, value) },
        OptionId.SkipDistorted => settings with { SkipDistorted = ParseUnsigned(option, value) },
        OptionId.Subsample => settings with { Stride = Math.Max(1, ParseCount(option, value)) },
        OptionId.AomTestConditions => CommonTestConditions.ApplyAom(settings, value),
        OptionId.NetflixTestConditions => CommonTestConditions.ApplyNetflix(settings, value),
        OptionId.Quiet => settings with { Quiet = true },
        OptionId.NoPrediction => settings with { NoPrediction = true },
        OptionId.Version => settings with { ShowVersion = true },
        OptionId.Help => settings with { ShowHelp = true },
        _ => settings with { Videos = VideoSettingsParser.Apply(settings.Videos, option, value) },
    };

    private static FeatureRequest ParseFeature(string value)
    {
        try
        {
            return FeatureRequestParser.Parse(value);
        }
        catch (VmafException malformed)
        {
            throw new UsageException($"{malformed.Message} {malformed.Remedy}");
        }
    }

    private static void Check(Settings settings)
    {
        settings.Videos.Check();
        if (settings.Reference.Length == 0 && (settings.NeedsReference || settings.Distorted.Length == 0))
        {
            throw new UsageException("A reference video (-r/--reference) is needed.");
        }

        if (settings.Distorted.Length == 0)
        {
            throw new UsageException("A distorted video (-d/--distorted) is needed.");
        }

        if (settings.NoPrediction && settings.Features.Count == 0 && settings.Metrics.Count == 0)
        {
            throw new UsageException("There is nothing to measure: with -n/--no_prediction, a --feature or --metric is needed.");
        }

        IGrouping<string, ModelArgument>? twice = settings.Models.GroupBy(model => model.Options.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
        {
            throw new UsageException($"Two models are named '{twice.Key}'. Name each in its --model with name=NAME.");
        }
    }

    private static QualityMetric FindMetric(string name)
    {
        try
        {
            QualityMetric metric = QualityMetrics.GetByName(name);
            return metric.Explains
                ? throw new UsageException($"Metric '{metric.Name}' explains scores, which this tool does not: use Get-VmafExplanation of the PowerShell module.")
                : metric;
        }
        catch (VmafException unknown)
        {
            throw new UsageException($"{unknown.Message} {unknown.Remedy}");
        }
    }

    /// <summary>Decimal or, after 0x, hexadecimal.</summary>
    private static uint ParseUnsigned(CommandOption option, string value)
    {
        bool isNumber = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? uint.TryParse(value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint number)
            : uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isNumber ? number : throw Invalid(option, value, "a whole number");
    }

    private static int ParseCount(CommandOption option, string value) =>
        ParseUnsigned(option, value) is <= int.MaxValue and uint number ? (int)number : throw Invalid(option, value, "a smaller number");

    private static int ParseSize(CommandOption option, string value) =>
        ParseCount(option, value) is > 0 and int size ? size : throw Invalid(option, value, "at least 1");

    private static int ParseBitDepth(CommandOption option, string value) =>
        ParseCount(option, value) is (8 or 10 or 12 or 16) and int bits ? bits : throw Invalid(option, value, "8, 10, 12 or 16");

    private static int ParsePrecision(CommandOption option, string value) =>
        ParseCount(option, value) is >= 1 and <= ReportWriter.MaximumSignificantDigits and int digits
            ? digits
            : throw Invalid(option, value, "from 1 to 17");

    private static ChromaFormat ParseChroma(CommandOption option, string value) => value switch
    {
        "420" => ChromaFormat.Yuv420,
        "422" => ChromaFormat.Yuv422,
        "444" => ChromaFormat.Yuv444,
        _ => throw Invalid(option, value, "420, 422 or 444"),
    };

    /// <summary>The error of an option whose value cannot be understood.</summary>
    internal static UsageException Invalid(CommandOption option, string value, string expected) =>
        new($"Option {option.DisplayName} cannot be '{value}': it should be {expected}.");
}
