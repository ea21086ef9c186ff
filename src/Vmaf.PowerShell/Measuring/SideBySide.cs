using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Measuring;

/// <summary>How many videos are measured side by side against one decoding of their reference.</summary>
internal static class SideBySide
{
    /// <summary>The most pairs that are gathered; each has a decoder of its own.</summary>
    public const int MostPairs = 16;

    /// <summary>Frames that one pair's run may hold, scratch memory of its workers included.</summary>
    private const int FramesOfARun = 48;

    /// <summary>The part of the machine's memory that the runs may take together.</summary>
    private const double PartOfMemory = 0.5;

    /// <summary>How many pairs of a format fit in memory; at least 1.</summary>
    /// <param name="format">Size and pixel format.</param>
    public static int PairsAtOnce(VideoFormat format)
    {
        double memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * PartOfMemory;
        return (int)Math.Clamp(memory / ((double)format.FrameSizeInBytes * FramesOfARun), 1, MostPairs);
    }
}
