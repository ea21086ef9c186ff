using System.Globalization;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Pairs;

namespace Vmaf.PowerShell.Measuring;

/// <summary>What is warned of about a pair of videos as a whole, each with the parameter that helps.</summary>
internal static class PairWarnings
{
    /// <summary>Different frame rates; <see langword="null"/> where there is nothing to say.</summary>
    /// <param name="clips">The pair, open.</param>
    public static string? OfFrameRates(ClipPair clips) => clips.FrameRateDifference is { } rates
        ? $"{rates.Describe($"'{clips.Distorted.Name}'")} Unless a rate is stated wrongly, different moments are compared: {FrameRateRemedy(rates)} makes the rates equal."
        : null;

    /// <summary>Different numbers of frames as containers state them; <see langword="null"/> where there is nothing to say.</summary>
    /// <param name="clips">The pair, open.</param>
    public static string? OfFrameCounts(ClipPair clips) => clips.FrameCountDifference is { } counts
        ? $"{counts.Describe($"'{clips.Distorted.Name}'")} Test-VmafPair counts them, Find-VmafOffset finds a shift."
        : null;

    /// <summary>A shift; <see langword="null"/> where there is nothing to say.</summary>
    /// <param name="offset">The offset at which the videos fit best, where it was looked for.</param>
    /// <param name="distorted">Path of the distorted video.</param>
    public static string? OfShift(OffsetMatch? offset, string distorted)
    {
        if (offset is not { IsClearlyShifted: true } match)
        {
            return null;
        }

        string skip = match.OffsetFrames > 0 ? $"-DistortedSkip {match.OffsetFrames}" : $"-ReferenceSkip {-match.OffsetFrames}";
        string frames = Math.Abs(match.OffsetFrames) == 1 ? "frame" : "frames";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{distorted}' seems to be shifted by {match.OffsetFrames} {frames} against its reference, which lowers its score. Try {skip} -Shortest.");
    }

    private static string FrameRateRemedy(FrameRateDifference rates) => rates.Reference.Denominator == 1
        ? $"-DistortedFilter @{{ fps = {rates.FilterArgument} }}"
        : $"-DistortedFilter @{{ fps = '{rates.FilterArgument}' }}";
}
