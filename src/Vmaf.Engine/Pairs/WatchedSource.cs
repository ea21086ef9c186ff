using Vmaf.Engine.Video;

namespace Vmaf.Engine.Pairs;

/// <summary>A video that shows each of its frames to a watcher.</summary>
/// <param name="inner">The video; belongs to this one from now on.</param>
/// <param name="onRead">Receives each frame that was read; may look at it until the reader goes on.</param>
/// <param name="onSkip">Called for each frame that was passed over.</param>
/// <param name="onDispose">Called once, when the video is closed.</param>
internal sealed class WatchedSource(IFrameSource inner, Action<VideoFrame> onRead, Action onSkip, Action onDispose) : ForwardingSource(inner)
{
    /// <inheritdoc/>
    public override bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        // A watcher may look at any plane.
        destination.IsLumaOnly = false;
        if (!Inner.TryRead(destination, cancellationToken))
        {
            return false;
        }

        onRead(destination);
        return true;
    }

    /// <inheritdoc/>
    public override bool TrySkip(CancellationToken cancellationToken = default)
    {
        if (!Inner.TrySkip(cancellationToken))
        {
            return false;
        }

        onSkip();
        return true;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        onDispose();
        base.Dispose(disposing);
    }
}
