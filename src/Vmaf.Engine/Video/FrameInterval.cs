namespace Vmaf.Engine.Video;

/// <summary>A range of frames, counted from 0, both ends included.</summary>
/// <param name="First">The first frame.</param>
/// <param name="Last">The last frame, at least <paramref name="First"/>.</param>
public readonly record struct FrameInterval(long First, long Last)
{
    /// <summary>How many frames the range has.</summary>
    public long Count => Last - First + 1;
}
