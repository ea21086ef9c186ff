using Vmaf.Engine.Video;

namespace Vmaf.Clips;

/// <summary>Lets the engine read a clip as if it were a file.</summary>
public sealed class ClipSource(IClip clip, string name = "generated") : IFrameSource
{
    private int _next;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public VideoFormat Format => clip.Format;

    /// <inheritdoc/>
    public long? FrameCount => clip.FrameCount;

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_next >= clip.FrameCount)
        {
            return false;
        }

        clip.Frame(_next++).CopyTo(destination);
        return true;
    }

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _next < clip.FrameCount && ++_next > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
