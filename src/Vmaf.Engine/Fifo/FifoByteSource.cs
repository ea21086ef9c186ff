using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Posix;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// The bytes that a writer process sends through its FIFO. The end of the bytes counts as the end of the video only once the writer
/// has said that it wrote everything; if it failed, its error is raised instead.
/// </summary>
/// <param name="pipe">The reading end; <see langword="null"/> where the FIFO went before it could be opened, so that nothing can come.</param>
/// <param name="writer">How the writer ended.</param>
/// <param name="name">What the bytes are called in messages.</param>
internal sealed class FifoByteSource(PosixPipe? pipe, WriterOutcome writer, string name) : ByteSource
{
    private const int SkipBufferSize = 1 << 16;

    /// <summary>How long a cancellation may come after a failure that it explains.</summary>
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan SettlePollInterval = TimeSpan.FromMilliseconds(1);

    private readonly byte[] _peeked = new byte[MaximumPeek];
    private int _peekedStart;
    private int _peekedEnd;
    private long _position;
    private bool _hasEnded;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override long? Length => null;

    /// <inheritdoc/>
    public override int Read(Span<byte> destination, CancellationToken cancellationToken = default)
    {
        int total = Math.Min(_peekedEnd - _peekedStart, destination.Length);
        _peeked.AsSpan(_peekedStart, total).CopyTo(destination);
        _peekedStart += total;
        while (total < destination.Length && ReadSome(destination[total..], cancellationToken) is > 0 and int count)
        {
            total += count;
        }

        _position += total;
        return total;
    }

    /// <inheritdoc/>
    public override byte[] Peek(int count, CancellationToken cancellationToken = default)
    {
        count = Math.Min(count, MaximumPeek);
        _peeked.AsSpan(_peekedStart, _peekedEnd - _peekedStart).CopyTo(_peeked);
        _peekedEnd -= _peekedStart;
        _peekedStart = 0;
        while (_peekedEnd < count && ReadSome(_peeked.AsSpan(_peekedEnd, count - _peekedEnd), cancellationToken) is > 0 and int read)
        {
            _peekedEnd += read;
        }

        return _peeked[..Math.Min(count, _peekedEnd)];
    }

    /// <inheritdoc/>
    public override long Skip(long count, CancellationToken cancellationToken = default)
    {
        byte[] ignored = new byte[Math.Min(count, SkipBufferSize)];
        long total = 0;
        while (total < count && Read(ignored.AsSpan(0, (int)Math.Min(ignored.Length, count - total)), cancellationToken) is > 0 and int read)
        {
            total += read;
        }

        return total;
    }

    /// <inheritdoc/>
    public override void Dispose() => pipe?.Dispose();

    /// <summary>Reads what comes next; 0 at the end of the video.</summary>
    private int ReadSome(Span<byte> destination, CancellationToken cancellationToken)
    {
        while (!_hasEnded)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Settled before an empty read means that nothing can come any more; in the other order something could.
            bool wasSettled = writer.IsSettled;
            nint count = pipe is null || writer.HasDied ? 0 : pipe.TryRead(destination);
            if (count > 0)
            {
                return (int)count;
            }

            if (wasSettled)
            {
                _hasEnded = true;
                ThrowIfFailed(cancellationToken);
            }
            else if (count == 0)
            {
                // Nobody has it open for writing: not yet, or not any more.
                writer.Wait(SettlePollInterval);
            }
        }

        return 0;
    }

    private void ThrowIfFailed(CancellationToken cancellationToken)
    {
        if (writer.Failure("while its frames were read") is { } failure)
        {
            cancellationToken.WaitHandle.WaitOne(CancellationGrace);
            cancellationToken.ThrowIfCancellationRequested();
            throw failure;
        }
    }
}
