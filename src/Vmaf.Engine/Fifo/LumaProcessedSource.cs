using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>A video with its luma passed through a function of the sample, evaluated in this process.</summary>
public sealed class LumaProcessedSource : IFrameSource, IProbedVideo
{
    private readonly IFrameSource _inner;
    private readonly LumaProcessor _processor;

    /// <summary>Passes a video's luma through a function.</summary>
    /// <param name="inner">The video; it belongs to this one from now on.</param>
    /// <param name="callback">The function; gets and gives samples scaled to 0…1, once per code value.</param>
    public LumaProcessedSource(IFrameSource inner, Func<double, double> callback)
    {
        _inner = inner;
        _processor = new LumaProcessor(callback, inner.Format.BitDepth);
    }

    /// <inheritdoc/>
    public string Name => _inner.Name;

    /// <inheritdoc/>
    public VideoFormat Format => _inner.Format;

    /// <inheritdoc/>
    public long? FrameCount => _inner.FrameCount;

    /// <inheritdoc/>
    public FrameRate? FrameRate => _inner.FrameRate;

    /// <inheritdoc/>
    VideoProbe? IProbedVideo.Probe => (_inner as IProbedVideo)?.Probe;

    /// <inheritdoc/>
    bool IProbedVideo.AppliesRotation => _inner is IProbedVideo { AppliesRotation: true };

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        if (!_inner.TryRead(destination, cancellationToken))
        {
            return false;
        }

        _processor.Apply(destination);
        return true;
    }

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default) => _inner.TrySkip(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();
}
