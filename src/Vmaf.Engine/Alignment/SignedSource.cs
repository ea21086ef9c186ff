using Vmaf.Engine.Video;

namespace Vmaf.Engine.Alignment;

/// <summary>A video that keeps the signatures of its first frames as they are read.</summary>
internal sealed class SignedSource(IFrameSource inner, int signedFrames) : IFrameSource
{
    private readonly List<FrameSignature> _signatures = new(signedFrames);

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public VideoFormat Format => inner.Format;

    /// <inheritdoc/>
    public long? FrameCount => inner.FrameCount;

    /// <inheritdoc/>
    public FrameRate? FrameRate => inner.FrameRate;

    /// <inheritdoc/>
    public ColorRange ColorRange => inner.ColorRange;

    /// <summary>The signatures so far. Look at them when reading is over.</summary>
    public IReadOnlyList<FrameSignature> Signatures => _signatures;

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        if (!inner.TryRead(destination, cancellationToken))
        {
            return false;
        }

        if (_signatures.Count < signedFrames)
        {
            _signatures.Add(new FrameSignature(destination.Luma));
        }

        return true;
    }

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default) => inner.TrySkip(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();
}
