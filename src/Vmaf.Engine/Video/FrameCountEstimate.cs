using Vmaf.Engine.Decoding;

namespace Vmaf.Engine.Video;

/// <summary>About how many frames will be read, for progress. What is measured never depends on it.</summary>
internal static class FrameCountEstimate
{
    /// <summary>The lesser count of a pair; <see langword="null"/> where neither video says anything.</summary>
    /// <param name="reference">The reference; <see langword="null"/> for none.</param>
    /// <param name="distorted">The distorted video.</param>
    public static long? Of(IFrameSource? reference, IFrameSource distorted)
    {
        long[] counts = [.. new[] { reference, distorted }.Select(Of).OfType<long>()];
        return counts.Length > 0 ? counts.Min() : null;
    }

    private static long? Of(IFrameSource? source) => source?.FrameCount ?? (source as IProbedVideo)?.EstimatedFrameCount;
}
