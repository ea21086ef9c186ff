using System.Globalization;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// Numbers of tables in the colours of their quality. PowerShell takes the colours away where the host has none, where output goes to
/// a file, and where <c>$PSStyle.OutputRendering</c> asks for plain text.
/// </summary>
public static class QualityText
{
    private const double LeastGood = 90;
    private const double LeastFair = 75;
    private const double LeastPoor = 60;

    private const string Green = "\u001b[32m";
    private const string Yellow = "\u001b[33m";
    private const string Red = "\u001b[31m";
    private const string Reset = "\u001b[0m";

    /// <summary>A VMAF score with two decimals: green from 90 on, yellow under 75, red under 60.</summary>
    /// <param name="score">The score; <see langword="null"/> for none.</param>
    public static string Score(double? score) => score is not { } value
        ? string.Empty
        : Paint(value.ToString("F2", CultureInfo.CurrentCulture), value switch
        {
            >= LeastGood => Green,
            >= LeastFair => null,
            >= LeastPoor => Yellow,
            _ => Red,
        });

    /// <summary>A difference with sign and two decimals: green where it is a gain, red where it is a loss, plain where it is nothing.</summary>
    /// <param name="difference">The difference; <see langword="null"/> for none.</param>
    /// <param name="threshold">What is too little to be seen.</param>
    public static string Difference(double? difference, double threshold) => difference is not { } value
        ? string.Empty
        : Paint(value.ToString("+0.00;-0.00;0.00", CultureInfo.CurrentCulture), value switch
        {
            _ when value >= threshold => Green,
            _ when value <= -threshold => Red,
            _ => null,
        });

    /// <summary>How fast was measured, in five characters: <c>116/s</c>, or thousands as <c>2k/s</c>.</summary>
    /// <param name="framesPerSecond">Frames a second; <see langword="null"/> where it is not known.</param>
    public static string Speed(double? framesPerSecond) => framesPerSecond switch
    {
        null => string.Empty,
        >= 999.5 => (framesPerSecond.Value / 1000).ToString("F0", CultureInfo.CurrentCulture) + "k/s",
        _ => framesPerSecond.Value.ToString("F0", CultureInfo.CurrentCulture) + "/s",
    };

    /// <summary>Kilobits a second in six characters: <c>2405</c>, or thousands as <c>1493k</c>.</summary>
    /// <param name="kilobitsPerSecond">Kilobits a second; <see langword="null"/> where it is not known.</param>
    public static string Bitrate(double? kilobitsPerSecond) => kilobitsPerSecond switch
    {
        null => string.Empty,
        >= 999_999.5 => (kilobitsPerSecond.Value / 1000).ToString("F0", CultureInfo.CurrentCulture) + "k",
        _ => kilobitsPerSecond.Value.ToString("F0", CultureInfo.CurrentCulture),
    };

    /// <summary>How a check ended, in its colour.</summary>
    /// <param name="status">One of the names of <see cref="Engine.Inspection.CheckStatus"/>.</param>
    public static string Status(string? status) => Paint(status ?? string.Empty, status switch
    {
        nameof(Engine.Inspection.CheckStatus.Passed) => Green,
        nameof(Engine.Inspection.CheckStatus.Warning) => Yellow,
        nameof(Engine.Inspection.CheckStatus.Failed) => Red,
        _ => null,
    });

    private static string Paint(string text, string? color) => color is null ? text : $"{color}{text}{Reset}";
}
