using System.Globalization;
using System.Text;
using Vmaf.Engine.Video;

namespace Vmaf.Clips.Writing;

/// <summary>Writes YUV4MPEG2 (y4m) video.</summary>
public sealed class Y4mWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly VideoFormat _format;

    /// <summary>Writes the stream header.</summary>
    /// <param name="stream">Receives the video; closed with the writer.</param>
    /// <param name="format">Size, chroma format and bit depth.</param>
    /// <param name="rate">Frames per second.</param>
    public Y4mWriter(Stream stream, VideoFormat format, FrameRate rate)
    {
        _stream = stream;
        _format = format;
        _stream.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"YUV4MPEG2 W{format.Width} H{format.Height} F{rate.Numerator}:{rate.Denominator} Ip A1:1 C{ChromaTag(format)}\n")));
    }

    /// <summary>Writes a frame.</summary>
    /// <param name="frame">A frame of the stream's format.</param>
    public void Write(PlanarFrame frame)
    {
        if (frame.Format != _format)
        {
            throw new ArgumentException($"A stream of {_format} cannot take a frame of {frame.Format}.", nameof(frame));
        }

        _stream.Write("FRAME\n"u8);
        _stream.Write(frame.ToBytes());
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static string ChromaTag(VideoFormat format)
    {
        string depth = format.BitDepth == 8 ? string.Empty : format.BitDepth.ToString(CultureInfo.InvariantCulture);
        return format.Chroma switch
        {
            ChromaFormat.Yuv400 => $"mono{depth}",
            ChromaFormat.Yuv420 => depth.Length == 0 ? "420jpeg" : $"420p{depth}",
            ChromaFormat.Yuv422 => depth.Length == 0 ? "422" : $"422p{depth}",
            _ => depth.Length == 0 ? "444" : $"444p{depth}",
        };
    }
}
