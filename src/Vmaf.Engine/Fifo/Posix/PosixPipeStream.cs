using Microsoft.Win32.SafeHandles;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>The writing end of a FIFO as a stream.</summary>
internal sealed class PosixPipeStream(PosixPipe pipe, CancellationToken cancellationToken) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => pipe.Write(buffer, cancellationToken);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Has the system move bytes of a file into the pipe, as far as it can.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the bytes begin.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>Bytes moved; fewer where the system, or the file's, cannot do it.</returns>
    public long Splice(SafeFileHandle file, long offset, long count) => pipe.Splice(file, offset, count, cancellationToken);

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is held back.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        pipe.Dispose();
        base.Dispose(disposing);
    }
}
