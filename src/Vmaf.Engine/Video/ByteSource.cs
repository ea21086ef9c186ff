namespace Vmaf.Engine.Video;

/// <summary>Bytes read in order, from a file or a pipe. One thread at a time.</summary>
internal abstract class ByteSource : IDisposable
{
    /// <summary>The most bytes that <see cref="Peek"/> can look ahead.</summary>
    public const int MaximumPeek = 512;

    /// <summary>The file's path, or what stands for it, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Bytes read or skipped so far.</summary>
    public abstract long Position { get; }

    /// <summary>Bytes there are in all, or <see langword="null"/> for a pipe.</summary>
    public abstract long? Length { get; }

    /// <summary>Whether <see cref="Skip"/> reads nothing.</summary>
    public virtual bool SkipsWithoutReading => false;

    /// <summary>Fills the span, or as much of it as there is before the end.</summary>
    /// <param name="destination">Receives the bytes.</param>
    /// <param name="cancellationToken">Ends a read that waits for its producer.</param>
    /// <returns>Bytes read; fewer than asked for only at the end.</returns>
    /// <exception cref="Errors.VmafException"><see cref="Errors.VmafErrorIds.FileUnreadable"/>.</exception>
    public abstract int Read(Span<byte> destination, CancellationToken cancellationToken = default);

    /// <summary>Looks at the next bytes without passing over them.</summary>
    /// <param name="count">Bytes wanted, up to <see cref="MaximumPeek"/>.</param>
    /// <param name="cancellationToken">Ends a read that waits for its producer.</param>
    /// <returns>The bytes; fewer than asked for only at the end.</returns>
    public abstract byte[] Peek(int count, CancellationToken cancellationToken = default);

    /// <summary>Passes over bytes.</summary>
    /// <param name="count">Bytes to pass over.</param>
    /// <param name="cancellationToken">Ends a read that waits for its producer.</param>
    /// <returns>Bytes passed over; fewer than asked for only at the end.</returns>
    public abstract long Skip(long count, CancellationToken cancellationToken = default);

    /// <summary>Closes the file or stream.</summary>
    public abstract void Dispose();
}
