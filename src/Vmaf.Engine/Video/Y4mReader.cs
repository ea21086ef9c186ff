using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>
/// Reads YUV4MPEG2 (y4m) video from a file or any stream. Frame parameters are passed over. High bit depths are little-endian
/// 16-bit words; a sample above the bit depth's largest is an error.
/// </summary>
internal sealed class Y4mReader : IFrameSource, IPackedFrames
{
    private readonly ByteSource _source;
    private readonly string? _hint;
    private long _nextFrame;

    internal Y4mReader(ByteSource source, CancellationToken cancellationToken = default)
    {
        _source = source;
        Header = Y4mHeaderParser.ReadHeader(source, cancellationToken);
        _hint = MiswrittenY4m.Hint(Format);
        FrameCount = Y4mFrameCounter.Count(source, Format, cancellationToken);
    }

    /// <summary>Starts reading a stream, such as a pipe, from where it stands.</summary>
    /// <param name="stream">The stream; it belongs to the reader from now on.</param>
    /// <param name="name">What the stream is called in messages.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.Y4mMalformed"/>, <see cref="VmafErrorIds.FormatUnsupported"/> or <see cref="VmafErrorIds.FileUnreadable"/>.
    /// </exception>
    public Y4mReader(Stream stream, string name)
        : this(new StreamByteSource(stream, name))
    {
    }

    /// <summary>What the stream header says.</summary>
    public Y4mHeader Header { get; }

    /// <inheritdoc/>
    public string Name => _source.Name;

    /// <inheritdoc/>
    public VideoFormat Format => Header.Format;

    /// <inheritdoc/>
    public long? FrameCount { get; }

    /// <inheritdoc/>
    public FrameRate? FrameRate => Header.FrameRate;

    /// <inheritdoc/>
    public ColorRange ColorRange => Header.ColorRange;

    /// <inheritdoc/>
    FileByteSource? IPackedFrames.File => _source as FileByteSource;

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default)
    {
        FrameCheck.Destination(destination, Format);
        if (!Y4mHeaderParser.ReadFrameHeader(_source, Format, _nextFrame, cancellationToken))
        {
            return false;
        }

        int read = PackedFrame.Read(_source, destination, cancellationToken);
        FrameCheck.Complete(_source.Name, _nextFrame, read, Format, _hint);
        PackedFrame.CheckSamples(destination, _source.Name, _nextFrame, _hint);
        _nextFrame++;
        return true;
    }

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default)
    {
        if (!Y4mHeaderParser.ReadFrameHeader(_source, Format, _nextFrame, cancellationToken))
        {
            return false;
        }

        long skipped = _source.Skip(Format.FrameSizeInBytes, cancellationToken);
        FrameCheck.Complete(_source.Name, _nextFrame, skipped, Format, _hint);
        _nextFrame++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
