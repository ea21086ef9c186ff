using System.Globalization;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Numbers as a page shows them, the same under every culture.</summary>
internal static class PageNumber
{
    /// <summary>Stands where there is no number.</summary>
    public const string None = "–";

    /// <summary>A score, with two decimals.</summary>
    public static string Score(double? value) => Format(value, "0.00");

    /// <summary>A feature, with four decimals.</summary>
    public static string Feature(double? value) => Format(value, "0.0000");

    /// <summary>A number of points that a score would gain, with its sign.</summary>
    public static string Points(double value) => Format(value, "+0.0;-0.0;0.0");

    /// <summary>A share, as a percentage.</summary>
    public static string Percentage(double share) =>
        share is > 0 and < 0.001 ? "< 0.1 %" : (share * 100).ToString(share is > 0 and < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A count, in groups of three digits.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');

    /// <summary>Kilobits a second, with a decimal only where few.</summary>
    public static string Bitrate(double? kilobitsPerSecond) => kilobitsPerSecond switch
    {
        null => None,
        < 9.95 => Format(kilobitsPerSecond, "0.0"),
        _ => Count((long)Math.Round(kilobitsPerSecond.Value)),
    };

    /// <summary>When a frame is shown: hours only where there are any.</summary>
    /// <param name="frameIndex">Index of the frame.</param>
    /// <param name="rate">Frames per second.</param>
    public static string Time(int frameIndex, FrameRate rate)
    {
        var time = TimeSpan.FromSeconds(frameIndex / rate.FramesPerSecond);
        return time.ToString(time.TotalHours >= 1 ? @"h\:mm\:ss\.fff" : @"m\:ss\.fff", CultureInfo.InvariantCulture);
    }

    private static string Format(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−') ?? None;
}
