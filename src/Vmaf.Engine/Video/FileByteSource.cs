using Microsoft.Win32.SafeHandles;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>A regular file: reads go straight into the caller's memory, skips only move the position.</summary>
internal sealed class FileByteSource : ByteSource
{
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
