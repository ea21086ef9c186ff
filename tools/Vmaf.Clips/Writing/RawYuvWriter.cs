using Vmaf.Engine.Video;

namespace Vmaf.Clips.Writing;

/// <summary>Writes raw planar video.</summary>
public sealed class RawYuvWriter(Stream stream, VideoFormat format) : IDisposable
{
    /// <summary>Writes a frame.</summary>
    /// <param name="frame">A frame of the stream's format.</param>
    public void Write(PlanarFrame frame)
    {
        if (frame.Format != format)
        {
            throw new ArgumentException($"A stream of {format} cannot take a frame of {frame.Format}.", nameof(frame));
        }

        stream.Write(frame.ToBytes());
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
