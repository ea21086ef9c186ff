using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>
/// Reads both videos in step, on one thread, and turns pairs of frames into jobs. Without a reference, the distorted frame stands in its
/// place, where no extractor of the plan looks.
/// </summary>
internal sealed class FrameReader
{
    private readonly IFrameSource? _reference;
    private readonly IFrameSource _distorted;
    private readonly ScoringPlan _plan;
    private readonly int _stride;
    private readonly FramePool _pool;
    private readonly FrameHistory _referenceHistory;
    private readonly FrameHistory _distortedHistory;
    private int _framesRead;
    private int _jobs;

    public FrameReader(IFrameSource? reference, IFrameSource distorted, ScoringPlan plan, int stride, FramePool pool)
    {
        _reference = reference;
        _distorted = distorted;
        _plan = plan;
        _stride = stride;
        _pool = pool;
        _referenceHistory = new FrameHistory(plan.HistoryLength);
        _distortedHistory = new FrameHistory(plan.HistoryLength);
        ReferenceFrameCount = reference?.FrameCount;
        DistortedFrameCount = distorted.FrameCount;
    }

    /// <summary>Frames read of each video.</summary>
    public int FramesRead => Volatile.Read(ref _framesRead);

    /// <summary>Frames of the reference, where known.</summary>
    public long? ReferenceFrameCount { get; private set; }

    /// <summary>Frames of the distorted video, where known.</summary>
    public long? DistortedFrameCount { get; private set; }

    /// <summary>Whether one video ended before the other.</summary>
    public bool LengthsDiffer { get; private set; }

    /// <summary>Reads to the end of the shorter video.</summary>
    /// <param name="submit">Receives each job; may wait.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void ReadAll(Action<FrameJob> submit, CancellationToken cancellationToken)
    {
        try
        {
            while (ReadNext(submit, cancellationToken))
            {
                Volatile.Write(ref _framesRead, _framesRead + 1);
            }
        }
        finally
        {
            _referenceHistory.Clear();
            _distortedHistory.Clear();
        }
    }

    /// <summary>Reads, or passes over where nothing would look at the pixels, the next pair.</summary>
    private bool ReadNext(Action<FrameJob> submit, CancellationToken cancellationToken)
    {
        int[] extractors = _framesRead % _stride == 0 ? _plan.EveryExtractor : _plan.UnstridedExtractors;
        if (extractors.Length == 0 && _plan.HistoryLength == 0)
        {
            return BothHadOne(_reference?.TrySkip(cancellationToken), _distorted.TrySkip(cancellationToken));
        }

        VideoFrame? reference = null;
        VideoFrame? distorted = null;
        try
        {
            distorted = _pool.Rent(cancellationToken);
            reference = RentReference(distorted, cancellationToken);
            if (!BothHadOne(_reference?.TryRead(reference, cancellationToken), _distorted.TryRead(distorted, cancellationToken)))
            {
                return false;
            }

            if (extractors.Length > 0)
            {
                submit(new FrameJob(
                    _jobs++,
                    _framesRead,
                    _referenceHistory.WindowOf(reference),
                    _distortedHistory.WindowOf(distorted),
                    extractors,
                    _plan.MeasurementCount));
            }

            _referenceHistory.Push(reference);
            reference = null;
            _distortedHistory.Push(distorted);
            distorted = null;
            return true;
        }
        finally
        {
            reference?.Release();
            distorted?.Release();
        }
    }

    private VideoFrame RentReference(VideoFrame distorted, CancellationToken cancellationToken)
    {
        if (_reference is not null)
        {
            return _pool.Rent(cancellationToken);
        }

        distorted.AddReference();
        return distorted;
    }

    private bool BothHadOne(bool? referenceRead, bool distortedHad)
    {
        bool referenceHad = referenceRead ?? distortedHad;
        if (referenceRead == false)
        {
            ReferenceFrameCount = _framesRead;
        }

        if (!distortedHad)
        {
            DistortedFrameCount = _framesRead;
        }

        LengthsDiffer = referenceHad != distortedHad;
        return referenceHad && distortedHad;
    }
}
