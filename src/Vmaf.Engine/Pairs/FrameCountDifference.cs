using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>That two videos have different numbers of frames, as far as their containers say, which need not be right.</summary>
/// <param name="Reference">Frames of the reference.</param>
/// <param name="Distorted">Frames of the distorted video.</param>
public readonly record struct FrameCountDifference(long Reference, long Distorted)
{
    /// <summary>Compares what is known of two videos.</summary>
    /// <returns><see langword="null"/> where the numbers are equal, one is not known, or both are for certain.</returns>
    internal static FrameCountDifference? Find(IFrameSource reference, IFrameSource distorted) =>
        (reference.FrameCount is null || distorted.FrameCount is null)
            && Of(reference) is { } first && Of(distorted) is { } second && first != second
            ? new FrameCountDifference(first, second)
            : null;

    private static long? Of(IFrameSource source) => source.FrameCount ?? (source as IProbedVideo)?.StatedFrameCount;

    /// <summary>Says what the numbers are and what may come of it.</summary>
    /// <param name="distorted">What to call the distorted video.</param>
    public string Describe(string distorted) => string.Create(
        CultureInfo.InvariantCulture,
        $"The reference has {Reference} frames to compare, {distorted} {Distorted}, as far as their containers say; if they are right, there will be an error at the end.");
}
