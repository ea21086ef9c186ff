using Vmaf.Engine.Decoding;

namespace Vmaf.Engine.Video;

/// <summary>Base of videos that do something with the frames of another one, and tell of themselves what that one does.</summary>
public abstract class ForwardingSource : IFrameSource, IProbedVideo
{
    private readonly bool _ownsInner;
    private bool _isDisposed;

    /// <summary>Puts a video around another one.</summary>
    /// <param name="inner">The other one.</param>
    /// <param name="ownsInner">Whether the other one belongs to this one from now on, and is closed with it.</param>
    private protected ForwardingSource(IFrameSource inner, bool ownsInner = true)
    {
        Inner = inner;
        _ownsInner = ownsInner;
    }

    /// <inheritdoc/>
    public string Name => Inner.Name;

    /// <inheritdoc/>
    public virtual VideoFormat Format => Inner.Format;

    /// <inheritdoc/>
    public virtual long? FrameCount => Inner.FrameCount;

    /// <inheritdoc/>
    public FrameRate? FrameRate => Inner.FrameRate;

    /// <inheritdoc/>
    public ColorRange ColorRange => Inner.ColorRange;

    /// <inheritdoc/>
    VideoProbe? IProbedVideo.Probe => (Inner as IProbedVideo)?.Probe;

    /// <inheritdoc/>
    bool IProbedVideo.AppliesRotation => Inner is IProbedVideo { AppliesRotation: true };

    /// <inheritdoc/>
    bool IProbedVideo.IsScaled => Inner is IProbedVideo { IsScaled: true };

    /// <inheritdoc/>
    long? IProbedVideo.StatedFrameCount => StatedFrameCount;

    /// <inheritdoc/>
    long? IProbedVideo.EstimatedFrameCount => EstimatedFrameCount;

    /// <inheritdoc/>
    bool IProbedVideo.HasDecoderComplained => Inner is IProbedVideo { HasDecoderComplained: true };

    /// <summary>About how many frames there are of the part that is left here.</summary>
    private protected virtual long? EstimatedFrameCount => (Inner as IProbedVideo)?.EstimatedFrameCount;

    /// <summary>Number of frames as the other video's container states it, of the part that is left of it here.</summary>
    private protected virtual long? StatedFrameCount => (Inner as IProbedVideo)?.StatedFrameCount;

    /// <summary>The other video.</summary>
    private protected IFrameSource Inner { get; }

    /// <inheritdoc/>
    public abstract bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default);

    /// <inheritdoc/>
    public virtual bool TrySkip(CancellationToken cancellationToken = default) => Inner.TrySkip(cancellationToken);

    /// <summary>Closes the other video, too, where it belongs to this one.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }
    }

    /// <summary>Closes the other video where it belongs to this one. Called once.</summary>
    /// <param name="disposing">Always <see langword="true"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (_ownsInner)
        {
            Inner.Dispose();
        }
    }
}
