using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>
/// A pipe or any other stream, read through a buffer of its own: a read that is cancelled may go on in the background until the
/// producer ends, so that it must not write into memory of the caller.
/// </summary>
internal sealed class StreamByteSource : ByteSource
{
    private const int BufferSize = 1 << 18;

    private readonly Stream _stream;
    private readonly bool _leaveOpen;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private int _start;
    private int _end;
    private long _position;

    /// <summary>Reads a stream from where it stands.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="leaveOpen">Whether <see cref="Dispose"/> leaves the stream open.</param>
    public StreamByteSource(Stream stream, string name, bool leaveOpen = false)
    {
        _stream = stream;
        Name = name;
        _leaveOpen = leaveOpen;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    public override int Read(Span<byte> destination, CancellationToken cancellationToken = default)
    {
        int total = 0;
        while (total < destination.Length && (_start < _end || Fill(cancellationToken)))
        {
            int count = Math.Min(_end - _start, destination.Length - total);
            _buffer.AsSpan(_start, count).CopyTo(destination[total..]);
            Advance(count);
            total += count;
        }

        return total;
    }

    /// <inheritdoc/>
    public override byte[] Peek(int count, CancellationToken cancellationToken = default)
    {
        count = Math.Min(count, MaximumPeek);
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        while (_end < count && FillRest(cancellationToken))
        {
        }

        return _buffer[..Math.Min(count, _end)];
    }

    /// <inheritdoc/>
    public override long Skip(long count, CancellationToken cancellationToken = default)
    {
        long total = 0;
        while (total < count && (_start < _end || Fill(cancellationToken)))
        {
            int step = (int)Math.Min(_end - _start, count - total);
            Advance(step);
            total += step;
        }

        return total;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private void Advance(int count)
    {
        _start += count;
        _position += count;
    }

    private bool Fill(CancellationToken cancellationToken)
    {
        _start = _end = 0;
        return FillRest(cancellationToken);
    }

    private bool FillRest(CancellationToken cancellationToken)
    {
        try
        {
            int read = cancellationToken.CanBeCanceled
                ? _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).AsTask().WaitAsync(cancellationToken).GetAwaiter().GetResult()
                : _stream.Read(_buffer.AsSpan(_end));
            _end += read;
            return read > 0;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ObjectDisposedException)
        {
            throw new VmafException(
                VmafErrorIds.FileUnreadable,
                $"'{Name}' cannot be read at byte {_position + _end - _start}: {cause.Message}",
                "Check the program at the other end of the pipe.",
                Name,
                cause);
        }
    }
}
