using Microsoft.Win32.SafeHandles;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Posix;

namespace Vmaf.Engine.Video;

/// <summary>A regular file: reads go straight into the caller's memory, skips only move the position.</summary>
internal sealed class FileByteSource : ByteSource
{
    private const int SendBufferSize = 1 << 18;

    private readonly FileStream _stream;
    private readonly SafeFileHandle _handle;
    private readonly long _length;
    private long _position;

    /// <summary>Takes over an open, seekable file.</summary>
    /// <param name="stream">The file, opened without a buffer.</param>
    /// <param name="name">What it is called in messages.</param>
    public FileByteSource(FileStream stream, string name)
    {
        _stream = stream;
        _handle = stream.SafeFileHandle;
        _length = stream.Length;
        Name = name;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override long Position => _position;

    /// <inheritdoc/>
    public override long? Length => _length;

    /// <inheritdoc/>
    public override bool SkipsWithoutReading => true;

    /// <inheritdoc/>
    public override int Read(Span<byte> destination, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int read = ReadAt(destination, _position);
        _position += read;
        return read;
    }

    /// <inheritdoc/>
    public override byte[] Peek(int count, CancellationToken cancellationToken = default)
    {
        byte[] bytes = new byte[Math.Min(count, MaximumPeek)];
        int read = ReadAt(bytes, _position);
        return read == bytes.Length ? bytes : bytes[..read];
    }

    /// <inheritdoc/>
    public override long Skip(long count, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        long skipped = Math.Min(count, Math.Max(0, _length - _position));
        _position += skipped;
        return skipped;
    }

    /// <summary>Sends bytes that were read or passed over already, and does not move the position.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="output">Where they go; a pipe of Linux takes them without a copy in this process.</param>
    /// <exception cref="VmafException">They cannot be read, or are not there any more (<see cref="VmafErrorIds.FileUnreadable"/>).</exception>
    public void Send(long offset, long count, Stream output)
    {
        if (output is PosixPipeStream pipe)
        {
            long sent = pipe.Splice(_handle, offset, count);
            offset += sent;
            count -= sent;
        }

        byte[] buffer = count > 0 ? GC.AllocateUninitializedArray<byte>((int)Math.Min(count, SendBufferSize)) : [];
        while (count > 0)
        {
            int read = ReadAt(buffer.AsSpan(0, (int)Math.Min(count, buffer.Length)), offset);
            if (read == 0)
            {
                throw new VmafException(
                    VmafErrorIds.FileUnreadable, $"'{Name}' became shorter while it was read.", "Measure files that nobody writes to.", Name);
            }

            output.Write(buffer, 0, read);
            offset += read;
            count -= read;
        }
    }

    /// <summary>Goes to a position.</summary>
    /// <param name="position">Bytes from the start of the file.</param>
    public void Seek(long position) => _position = position;

    /// <inheritdoc/>
    public override void Dispose() => _stream.Dispose();

    private int ReadAt(Span<byte> destination, long position)
    {
        int total = 0;
        try
        {
            while (total < destination.Length)
            {
                int read = RandomAccess.Read(_handle, destination[total..], position + total);
                if (read == 0)
                {
                    break;
                }

                total += read;
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VmafException(
                VmafErrorIds.FileUnreadable,
                $"'{Name}' cannot be read at byte {position + total}: {cause.Message}",
                "Check the disk or the network share that the file is on.",
                Name,
                cause);
        }

        return total;
    }
}
