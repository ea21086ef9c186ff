using Microsoft.Win32.SafeHandles;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>An open POSIX semaphore. Counting its users keeps it open while a thread waits on it.</summary>
internal sealed class PosixSemaphoreHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    /// <summary>Takes over what <c>sem_open</c> returned; both of its failure values (0 and −1) are invalid handles.</summary>
    public PosixSemaphoreHandle(nint semaphore)
        : base(ownsHandle: true) => SetHandle(semaphore);

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => PosixSemaphoreFunctions.Close(handle) == 0;
}
