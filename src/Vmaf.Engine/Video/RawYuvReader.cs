using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>
/// Reads raw planar video: frames of luma, Cb, Cr without headers or padding, chroma sizes rounded up, samples above 8 bits as
/// little-endian 16-bit words. A sample above the bit depth's largest is an error.
/// </summary>
internal sealed class RawYuvReader : IFrameSource, IPackedFrames
{
    private readonly ByteSource _source;
    private long _nextFrame;

    internal RawYuvReader(ByteSource source, VideoFormat format)
    {
        _source = source;
        Format = VideoFormatLimits.Check(format, source.Name);
        if (source.Length is { } length)
        {
            RawLength.Check(source.Name, length, format);
            FrameCount = length / format.FrameSizeInBytes;
        }
    }

    /// <summary>Starts reading a stream, such as a pipe, from where it stands.</summary>
    /// <param name="stream">The stream; it belongs to the reader from now on.</param>
    /// <param name="name">What the stream is called in messages.</param>
    /// <param name="format">Size, chroma format and bit depth.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FormatUnsupported"/>.</exception>
    public RawYuvReader(Stream stream, string name, VideoFormat format)
        : this(new StreamByteSource(stream, name), format)
    {
    }

    /// <inheritdoc/>
    public string Name => _source.Name;

    /// <inheritdoc/>
    public VideoFormat Format { get; }

    /// <inheritdoc/>
    public long? FrameCount { get; }

    /// <inheritdoc/>
    FileByteSource? IPackedFrames.File => _source as FileByteSource;

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        FrameCheck.Destination(destination, Format);
        int read = PackedFrame.Read(_source, destination, cancellationToken);
        if (read == 0)
        {
            return false;
        }

        FrameCheck.Complete(Name, _nextFrame, read, Format);
        PackedFrame.CheckSamples(destination, Name, _nextFrame);
        _nextFrame++;
        return true;
    }

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default)
    {
        long skipped = _source.Skip(Format.FrameSizeInBytes, cancellationToken);
        if (skipped == 0)
        {
            return false;
        }

        FrameCheck.Complete(Name, _nextFrame, skipped, Format);
        _nextFrame++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
