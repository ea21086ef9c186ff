namespace Vmaf.Engine.Video;

/// <summary>Reference and distorted have different numbers of frames (after skips).</summary>
/// <param name="ReferenceFrameCount">Frames of the reference.</param>
/// <param name="DistortedFrameCount">Frames of the distorted clip.</param>
public sealed record ClipLengthMismatch(long ReferenceFrameCount, long DistortedFrameCount)
{
    /// <summary>Number of frames that both have.</summary>
    public long CommonFrameCount => Math.Min(ReferenceFrameCount, DistortedFrameCount);
}
