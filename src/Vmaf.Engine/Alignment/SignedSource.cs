using Vmaf.Engine.Video;

namespace Vmaf.Engine.Alignment;

/// <summary>A video that keeps the signatures of its first frames as they are read.</summary>
internal sealed class SignedSource(IFrameSource inner, int signedFrames) : ForwardingSource(inner)
{
    private readonly List<FrameSignature> _signatures = new(signedFrames);

    /// <summary>The signatures so far. Look at them when reading is over.</summary>
    public IReadOnlyList<FrameSignature> Signatures => _signatures;

    /// <inheritdoc/>
    public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        if (!Inner.TryRead(destination, cancellationToken))
        {
            return false;
        }

        if (_signatures.Count < signedFrames)
        {
            _signatures.Add(new FrameSignature(destination.Luma));
        }

        return true;
    }
}
