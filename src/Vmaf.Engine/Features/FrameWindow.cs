using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features;

/// <summary>What a feature worker sees of one frame: the pair, and as many earlier pairs as its extractor asked for.</summary>
internal readonly ref struct FrameWindow
{
    private readonly ReadOnlySpan<VideoFrame> _references;
    private readonly ReadOnlySpan<VideoFrame> _distorteds;

    /// <summary>Creates a window.</summary>
    /// <param name="frameIndex">Index of the current frame among the frames read, from 0.</param>
    /// <param name="references">Reference frames, current first, then its predecessors, newest first.</param>
    /// <param name="distorteds">Distorted frames, in the same order.</param>
    public FrameWindow(int frameIndex, ReadOnlySpan<VideoFrame> references, ReadOnlySpan<VideoFrame> distorteds)
    {
        FrameIndex = frameIndex;
        _references = references;
        _distorteds = distorteds;
    }

    /// <summary>Index of the current frame among the frames read, from 0.</summary>
    public int FrameIndex { get; }

    /// <summary>The current reference frame.</summary>
    public VideoFrame Reference => _references[0];

    /// <summary>The current distorted frame.</summary>
    public VideoFrame Distorted => _distorteds[0];

    /// <summary>Number of earlier pairs that can be seen; fewer than asked for at the start of the video.</summary>
    public int HistoryLength => _references.Length - 1;

    /// <summary>The reference frame <paramref name="framesBack"/> frames before the current one.</summary>
    /// <param name="framesBack">0 for the current frame, up to <see cref="HistoryLength"/>.</param>
    public VideoFrame ReferenceBefore(int framesBack) => _references[framesBack];

    /// <summary>The distorted frame <paramref name="framesBack"/> frames before the current one.</summary>
    /// <param name="framesBack">0 for the current frame, up to <see cref="HistoryLength"/>.</param>
    public VideoFrame DistortedBefore(int framesBack) => _distorteds[framesBack];
}
