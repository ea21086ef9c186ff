using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Alignment;

/// <summary>Finds by how many frames a distorted video is shifted against its reference.</summary>
public static class OffsetFinder
{
    /// <summary>Fewest pairs of frames that an offset is judged by, where the videos have as many.</summary>
    private const int FewestPairs = 4;

    /// <summary>Reads the beginnings of two videos and finds the offset at which they fit best.</summary>
    /// <param name="reference">The reference, read from where it stands; its size may differ from the other's.</param>
    /// <param name="distorted">The distorted video.</param>
    /// <param name="maximumOffsetFrames">The largest shift looked for, in both directions.</param>
    /// <param name="comparedFrames">How many frames to compare at each offset.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="VmafException">A video has no frame (<see cref="VmafErrorIds.NoFrames"/>), or cannot be read.</exception>
    public static OffsetMatch Find(
        IFrameSource reference, IFrameSource distorted, int maximumOffsetFrames = 30, int comparedFrames = 60, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumOffsetFrames);
        ArgumentOutOfRangeException.ThrowIfLessThan(comparedFrames, 1);
        int frames = maximumOffsetFrames + comparedFrames;
        return Best(Read(reference, frames, cancellationToken), Read(distorted, frames, cancellationToken), maximumOffsetFrames);
    }

    /// <summary>The offset at which two rows of signatures fit best; of equal ones the smallest.</summary>
    /// <param name="reference">Signatures of the reference, at least one.</param>
    /// <param name="distorted">Signatures of the distorted video, at least one.</param>
    /// <param name="maximumOffsetFrames">The largest shift looked for, in both directions.</param>
    public static OffsetMatch Best(IReadOnlyList<FrameSignature> reference, IReadOnlyList<FrameSignature> distorted, int maximumOffsetFrames)
    {
        (double atZero, int pairs) = Distance(reference, distorted, 0);
        var best = new OffsetMatch(0, atZero, atZero, pairs);
        int fewest = Math.Min(FewestPairs, pairs);
        for (int size = 1; size <= maximumOffsetFrames; size++)
        {
            foreach (int offset in (ReadOnlySpan<int>)[size, -size])
            {
                (double distance, pairs) = Distance(reference, distorted, offset);
                if (pairs >= fewest && pairs > 0 && distance < best.Distance)
                {
                    best = new OffsetMatch(offset, distance, atZero, pairs);
                }
            }
        }

        return best;
    }

    private static (double Mean, int Pairs) Distance(IReadOnlyList<FrameSignature> reference, IReadOnlyList<FrameSignature> distorted, int offset)
    {
        int first = Math.Max(0, offset);
        int end = Math.Min(distorted.Count, reference.Count + offset);
        double sum = 0;
        for (int frame = first; frame < end; frame++)
        {
            sum += distorted[frame].DistanceTo(reference[frame - offset]);
        }

        int pairs = Math.Max(0, end - first);
        return (pairs == 0 ? double.PositiveInfinity : sum / pairs, pairs);
    }

    private static List<FrameSignature> Read(IFrameSource source, int count, CancellationToken cancellationToken)
    {
        var signatures = new List<FrameSignature>(count);
        VideoFrame frame = VideoFrame.Allocate(source.Format);
        try
        {
            while (signatures.Count < count && source.TryRead(frame, cancellationToken))
            {
                signatures.Add(new FrameSignature(frame.Luma));
            }
        }
        finally
        {
            frame.Release();
        }

        return signatures.Count > 0
            ? signatures
            : throw new VmafException(VmafErrorIds.NoFrames, $"'{source.Name}' has no frame.", null, source.Name);
    }
}
