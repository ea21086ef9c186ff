namespace Vmaf.Engine.Video;

/// <summary>A part of a video: passes over frames at the start and ends after a number of frames.</summary>
internal sealed class FrameRange : ForwardingSource
{
    private readonly long _skippedFrames;
    private readonly long? _maximumFrames;
    private long _framesToSkip;
    private long _delivered;

    /// <summary>Takes a part of a video. Frames are passed over when the first frame is asked for; in a file, by seeking.</summary>
    /// <param name="inner">The whole video; it belongs to the range from now on.</param>
    /// <param name="skippedFrames">Frames to pass over at the start, at least 0.</param>
    /// <param name="maximumFrames">Frames to deliver at most, at least 0; <see langword="null"/> for all.</param>
    public FrameRange(IFrameSource inner, long skippedFrames, long? maximumFrames = null)
        : base(inner)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skippedFrames);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumFrames ?? 0);
        _framesToSkip = _skippedFrames = skippedFrames;
        _maximumFrames = maximumFrames;
        FrameCount = Left(inner.FrameCount);
    }

    /// <inheritdoc/>
    public override long? FrameCount { get; }

    /// <inheritdoc/>
    private protected override long? StatedFrameCount => Left(base.StatedFrameCount);

    /// <inheritdoc/>
    private protected override long? EstimatedFrameCount => base.EstimatedFrameCount is { } count ? Left(count) : _maximumFrames;

    /// <inheritdoc/>
    public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default) =>
        Advance(cancellationToken) && Count(Inner.TryRead(destination, cancellationToken));

    /// <inheritdoc/>
    public override bool TrySkip(CancellationToken cancellationToken = default) =>
        Advance(cancellationToken) && Count(Inner.TrySkip(cancellationToken));

    private long? Left(long? count) =>
        count is { } all ? Math.Min(Math.Max(0, all - _skippedFrames), _maximumFrames ?? long.MaxValue) : null;

    private bool Advance(CancellationToken cancellationToken)
    {
        if (_delivered >= _maximumFrames)
        {
            return false;
        }

        while (_framesToSkip > 0 && Inner.TrySkip(cancellationToken))
        {
            _framesToSkip--;
        }

        return _framesToSkip == 0;
    }

    private bool Count(bool wasThere)
    {
        _delivered += wasThere ? 1 : 0;
        return wasThere;
    }
}
