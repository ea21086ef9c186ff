using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Writer;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>One end of a FIFO, opened so that no call on it ever blocks without looking at a cancellation.</summary>
internal sealed unsafe class PosixPipe : IDisposable
{
    private const int PollMilliseconds = 25;
    private const short PollOut = 4;

    private readonly string _name;
    private int _descriptor;

    /// <summary>Takes over a descriptor that was opened with O_NONBLOCK.</summary>
    public PosixPipe(int descriptor, string name)
    {
        _descriptor = descriptor;
        _name = name;
        using var handle = new SafeFileHandle(descriptor, ownsHandle: false);
        PipeCapacity.TryEnlarge(handle);
    }

    /// <summary>Opens the reading end; returns at once, whether there is a writer or not.</summary>
    /// <param name="path">The FIFO.</param>
    /// <returns><see langword="null"/> where it is gone, because the writer that made it has ended.</returns>
    public static PosixPipe? OpenForReading(string path)
    {
        int descriptor = PosixFunctions.Open(path, PosixFunctions.ReadOnly | PosixError.NonBlocking);
        if (descriptor >= 0)
        {
            return new PosixPipe(descriptor, path);
        }

        int error = Marshal.GetLastPInvokeError();
        return error == PosixError.NoSuchFile
            ? null
            : throw new VmafException(VmafErrorIds.FileUnreadable, $"The FIFO '{path}' could not be opened: {PosixError.Text(error)}.", null, path);
    }

    /// <summary>Reads what is there, waiting a short while if nothing is.</summary>
    /// <returns>The bytes read; 0 where no writer has the FIFO open; −1 where nothing came in time.</returns>
    public nint TryRead(Span<byte> buffer)
    {
        nint count;
        fixed (byte* start = buffer)
        {
            count = PosixFunctions.Read(_descriptor, start, buffer.Length);
        }

        if (count >= 0)
        {
            return count;
        }

        int error = Marshal.GetLastPInvokeError();
        if (error != PosixError.TryAgain && error != PosixError.Interrupted)
        {
            throw new VmafException(VmafErrorIds.FileUnreadable, $"The FIFO '{_name}' could not be read: {PosixError.Text(error)}.", null, _name);
        }

        WaitFor(PosixFunctions.PollIn);
        return -1;
    }

    /// <summary>Writes all bytes.</summary>
    /// <exception cref="ReaderGoneException">Nobody reads any more.</exception>
    /// <exception cref="OperationCanceledException">The write was cancelled.</exception>
    public void Write(ReadOnlySpan<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            nint written;
            fixed (byte* start = bytes)
            {
                written = PosixFunctions.Write(_descriptor, start, bytes.Length);
            }

            if (written >= 0)
            {
                bytes = bytes[(int)written..];
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == PosixError.BrokenPipe)
            {
                throw new ReaderGoneException();
            }

            if (error != PosixError.TryAgain && error != PosixError.Interrupted)
            {
                throw new IOException($"The FIFO '{_name}' could not be written: {PosixError.Text(error)}.");
            }

            WaitFor(PollOut);
        }
    }

    /// <summary>Has Linux move bytes of a file into the pipe, so that they are not copied into this process and out again.</summary>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the bytes begin.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="cancellationToken">Ends the wait for room in the pipe.</param>
    /// <returns>Bytes moved; fewer where the file ends before that, or cannot be moved from.</returns>
    /// <exception cref="ReaderGoneException">Nobody reads any more.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public long Splice(SafeFileHandle file, long offset, long count, CancellationToken cancellationToken)
    {
        long end = offset + count;
        long start = offset;
        while (OperatingSystem.IsLinux() && offset < end)
        {
            cancellationToken.ThrowIfCancellationRequested();
            nint moved = PosixFunctions.Splice(file, &offset, _descriptor, null, (nint)(end - offset), PosixFunctions.SpliceNonBlocking);
            int error = moved < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (error == PosixError.BrokenPipe)
            {
                throw new ReaderGoneException();
            }

            if (error == PosixError.TryAgain || error == PosixError.Interrupted)
            {
                WaitFor(PollOut);
            }
            else if (moved <= 0)
            {
                break;
            }
        }

        return offset - start;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        int descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor >= 0)
        {
            _ = PosixFunctions.Close(descriptor);
        }
    }

    private void WaitFor(short readiness)
    {
        var descriptor = new PosixFunctions.PollDescriptor { Descriptor = _descriptor, Events = readiness };
        _ = PosixFunctions.Poll(&descriptor, 1, PollMilliseconds);
    }
}
