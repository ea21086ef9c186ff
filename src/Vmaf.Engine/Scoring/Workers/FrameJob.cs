using Vmaf.Engine.Features;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>One pair of frames on its way through the extractors. Holds a reference on each frame that they may look at.</summary>
internal sealed class FrameJob
{
    private readonly VideoFrame[] _references;
    private readonly VideoFrame[] _distorteds;
    private int _unclaimed;
    private int _unfinished;
    private volatile bool _failed;

    /// <param name="sequence">Number of the job; jobs are collected in this order.</param>
    /// <param name="frameIndex">Index of the frame.</param>
    /// <param name="references">Current reference frame, then its predecessors, newest first; the job counts itself as a user.</param>
    /// <param name="distorteds">Distorted frames, in the same order.</param>
    /// <param name="extractors">Indices of the extractors to run.</param>
    /// <param name="measurementCount">Measurements of all extractors of the plan.</param>
    public FrameJob(
        int sequence, int frameIndex, VideoFrame[] references, VideoFrame[] distorteds, int[] extractors, int measurementCount)
    {
        Sequence = sequence;
        FrameIndex = frameIndex;
        Extractors = extractors;
        Measurements = new double[measurementCount];
        _references = references;
        _distorteds = distorteds;
        _unclaimed = extractors.Length;
        _unfinished = extractors.Length;
        foreach (VideoFrame frame in (ReadOnlySpan<VideoFrame>)[.. references, .. distorteds])
        {
            frame.AddReference();
        }
    }

    public int Sequence { get; }

    public int FrameIndex { get; }

    public int[] Extractors { get; }

    public double[] Measurements { get; }

    /// <summary>The current pair and as many predecessors as an extractor asked for and there are.</summary>
    public FrameWindow WindowFor(IFeatureExtractor extractor)
    {
        int length = 1 + Math.Min(extractor.HistoryLength, _references.Length - 1);
        return new FrameWindow(FrameIndex, _references.AsSpan(0, length), _distorteds.AsSpan(0, length));
    }

    /// <summary>Whether some extractor is still to be claimed. Only under the scheduler's lock.</summary>
    public bool HasUnclaimed => _unclaimed > 0;

    /// <summary>Whether no extractor was claimed yet. Only under the scheduler's lock.</summary>
    public bool IsUntouched => _unclaimed == Extractors.Length;

    /// <summary>Takes the next extractor. Only under the scheduler's lock.</summary>
    public int Claim() => Extractors[Extractors.Length - _unclaimed--];

    /// <summary>Whether some extractor could not measure the frame.</summary>
    public bool IsFailed => _failed;

    /// <summary>Says that an extractor could not measure the frame. Before <see cref="FinishOne"/>.</summary>
    public void MarkFailed() => _failed = true;

    /// <summary>Counts one extractor as done, measured or failed.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool FinishOne() => Interlocked.Decrement(ref _unfinished) == 0;

    /// <summary>Gives up the frames.</summary>
    public void ReleaseFrames()
    {
        foreach (VideoFrame frame in (ReadOnlySpan<VideoFrame>)[.. _references, .. _distorteds])
        {
            frame.Release();
        }
    }
}
