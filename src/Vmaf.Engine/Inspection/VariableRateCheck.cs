using System.Globalization;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>
/// What it means that frames are shown for unequal times. They are compared in order, so that all is well where both videos show them
/// at the same times, and different moments are compared from the first frame on that one of them shows at another time.
/// </summary>
internal static class VariableRateCheck
{
    /// <summary>Says what was found, and from which frame on it goes wrong.</summary>
    /// <param name="name">Name of the check.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="distorted">The distorted video; at least one of both has a variable frame rate.</param>
    /// <param name="referencePart">The part of the reference that is compared.</param>
    /// <param name="distortedPart">The part of the distorted video that is compared.</param>
    public static PairCheck Check(
        string name, VideoDescription reference, VideoDescription distorted, ComparedPart referencePart, ComparedPart distortedPart)
    {
        string found = $"{Describe("reference", reference)} {Describe("distorted video", distorted)}";
        if (Times(reference, referencePart) is not { } first || Times(distorted, distortedPart) is not { } second)
        {
            return new PairCheck(
                name,
                CheckStatus.Warning,
                $"{found} Frames are compared in order, whatever their times, so that different moments may be compared.",
                Remedy(reference, distorted));
        }

        double tolerance = Math.Min(Typical(reference), Typical(distorted)) / 2;
        int apart = 0;
        int count = Math.Min(first.Length, second.Length);
        while (apart < count && Math.Abs(first[apart] - second[apart]) <= tolerance)
        {
            apart++;
        }

        if (apart == count)
        {
            return new PairCheck(
                name, CheckStatus.Passed, $"{found} Both show their frames at the same times, so that comparing them in order compares the same moments.");
        }

        return new PairCheck(
            name,
            CheckStatus.Warning,
            found + string.Create(
                CultureInfo.InvariantCulture,
                $" Frames are compared in order: from frame {apart} on, {first[apart]:0.000} s of the reference with {second[apart]:0.000} s of the distorted video, which lowers scores for no fault of the encode."),
            Remedy(reference, distorted));
    }

    /// <summary>What to do: both need the same constant rate, that of a video that has one.</summary>
    public static string Remedy(VideoDescription reference, VideoDescription distorted)
    {
        string rate = !reference.HasVariableFrameRate && reference.FrameRate is { } first ? first.FilterArgument
            : !distorted.HasVariableFrameRate && distorted.FrameRate is { } second ? second.FilterArgument
            : string.Create(CultureInfo.InvariantCulture, $"{1 / Typical(reference):0.###}");
        return $"Convert both to the same constant rate while measuring, with the filter fps={rate}.";
    }

    private static string Describe(string side, VideoDescription video)
    {
        if (!video.HasVariableFrameRate)
        {
            return video.FrameRate is { } rate
                ? string.Create(CultureInfo.InvariantCulture, $"The {side} has {rate.FramesPerSecond:0.###} fps.")
                : $"The {side} does not say its frame rate.";
        }

        return video.Timing is { } timing
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The {side} has a variable frame rate (frames of {timing.ShortestSeconds:0.000} to {timing.LongestSeconds:0.000} s, {1 / timing.MeanSeconds:0.##} fps on average).")
            : $"The {side} has a variable frame rate.";
    }

    private static double Typical(VideoDescription video) =>
        video.Timing?.TypicalSeconds ?? 1 / (video.FrameRate ?? new FrameRate(25, 1)).FramesPerSecond;

    /// <summary>When the frames of the part are shown, after its first one; a constant rate says so too.</summary>
    private static double[]? Times(VideoDescription video, ComparedPart part)
    {
        int skipped = (int)Math.Min(part.SkippedFrames, int.MaxValue);
        int most = (int)Math.Min(part.MaximumFrames ?? int.MaxValue, int.MaxValue);
        double[]? times = video.Timing is { } timing
            ? [.. timing.Times.Skip(skipped).Take(most)]
            : video is { HasVariableFrameRate: false, FrameRate: { } rate, FrameCount: { } count }
                ? [.. Enumerable.Range(0, (int)Math.Min(most, Math.Max(0, count - skipped))).Select(frame => frame / rate.FramesPerSecond)]
                : null;
        return times is { Length: > 0 } ? [.. times.Select(time => time - times[0])] : null;
    }
}
