using System.Runtime.InteropServices;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Writer;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>A FIFO that only the current user can open.</summary>
internal sealed class PosixFifoTarget(string path) : IWriterTarget
{
    private const uint OwnerReadWrite = 0x180; // 0600

    private static readonly TimeSpan ReaderPollInterval = TimeSpan.FromMilliseconds(2);

    /// <inheritdoc/>
    public string? DecoderPath => path;

    /// <inheritdoc/>
    public void Create()
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Unusable(error.Message, error);
        }

        if (PosixFunctions.MakeFifo(path, OwnerReadWrite) != 0)
        {
            throw Unusable(PosixError.Text(Marshal.GetLastPInvokeError()), null);
        }
    }

    /// <inheritdoc/>
    public Stream OpenStream(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int descriptor = PosixFunctions.Open(path, PosixFunctions.WriteOnly | PosixError.NonBlocking);
            if (descriptor >= 0)
            {
                return new PosixPipeStream(new PosixPipe(descriptor, path), cancellationToken);
            }

            int error = Marshal.GetLastPInvokeError();
            if (error != PosixError.NoReader && error != PosixError.Interrupted)
            {
                throw Unusable(PosixError.Text(error), null);
            }

            cancellationToken.WaitHandle.WaitOne(ReaderPollInterval);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The name goes while both ends are open, so that nobody goes on waiting for a writer: who has it open sees the end.
        int bothEnds = PosixFunctions.Open(path, PosixFunctions.ReadWrite | PosixError.NonBlocking);
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The folder is gone with it.
        }

        if (bothEnds >= 0)
        {
            _ = PosixFunctions.Close(bothEnds);
        }
    }

    private VmafException Unusable(string reason, Exception? cause) => new(
        VmafErrorIds.TemporaryFolderUnusable,
        $"The FIFO '{path}' could not be made or opened: {reason}.",
        "Set the environment variable TMPDIR to a writable folder on a file system that has FIFOs.",
        path,
        cause);
}
