using System.Diagnostics;
using System.Runtime.InteropServices;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>A POSIX named semaphore, readable and writable by its owner only.</summary>
internal sealed class PosixNamedSemaphore : INamedSemaphore
{
    /// <summary>Waits are cut into pieces of this length, to see a cancellation in between.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(25);

    private const int OwnerReadWrite = 0x180; // 0600

    private readonly PosixSemaphoreHandle _handle;

    private PosixNamedSemaphore(string name, PosixSemaphoreHandle handle)
    {
        Name = name;
        _handle = handle;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Makes a new semaphore; fails where the name is taken.</summary>
    public static PosixNamedSemaphore Create(string name) => OpenOrFail(name, PosixError.CreateExclusive, "made");

    /// <summary>Opens a semaphore that exists.</summary>
    public static PosixNamedSemaphore Open(string name) => OpenOrFail(name, 0, "opened");

    /// <summary>Removes a name; harmless where there is none.</summary>
    public static void UnlinkName(string name) => _ = PosixSemaphoreFunctions.Unlink(SystemName(name));

    /// <inheritdoc/>
    public void Release() => WithHandle(semaphore =>
    {
        int result = PosixSemaphoreFunctions.Post(semaphore);
        int error = Marshal.GetLastSystemError();
        return result == 0 ? true : throw Failure(Name, "released", error);
    });

    /// <inheritdoc/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        WithHandle(semaphore => Wait(semaphore, timeout, cancellationToken));

    /// <inheritdoc/>
    public void Unlink() => UnlinkName(Name);

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static PosixNamedSemaphore OpenOrFail(string name, int flags, string action)
    {
        var handle = new PosixSemaphoreHandle(PosixSemaphoreFunctions.Open(SystemName(name), flags, OwnerReadWrite, 0));
        int error = Marshal.GetLastSystemError();
        if (handle.IsInvalid)
        {
            handle.Dispose();
            throw Failure(name, action, error);
        }

        return new PosixNamedSemaphore(name, handle);
    }

    private static string SystemName(string name) => "/" + name;

    private static VmafException Failure(string name, string action, int error) => new(
        VmafErrorIds.SemaphoreFailed,
        $"The named semaphore '{name}' could not be {action}: {PosixError.Text(error)}.",
        OperatingSystem.IsLinux() ? "See that /dev/shm is mounted, writable and not full." : null,
        name);

    private bool Wait(nint semaphore, TimeSpan timeout, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        bool forEver = timeout == Timeout.InfiniteTimeSpan;
        TimeSpan pause = TimeSpan.FromMilliseconds(1);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan left = forEver ? Slice : timeout - Stopwatch.GetElapsedTime(start);
            if (TryTake(semaphore, left < Slice ? left : Slice, ref pause))
            {
                return true;
            }

            if (!forEver && Stopwatch.GetElapsedTime(start) >= timeout)
            {
                return false;
            }
        }
    }

    /// <summary>Waits for one slice: in the kernel where it has a timed wait, else by looking, sleeping a little longer each time.</summary>
    private bool TryTake(nint semaphore, TimeSpan slice, ref TimeSpan pause)
    {
        bool timed = PosixSemaphoreFunctions.HasTimedWait && slice > TimeSpan.Zero;
        int result = timed ? PosixSemaphoreFunctions.TimedWait(semaphore, slice) : PosixSemaphoreFunctions.TryWait(semaphore);
        int error = Marshal.GetLastSystemError();
        if (result == 0)
        {
            return true;
        }

        if (error != PosixError.TimedOut && error != PosixError.TryAgain && error != PosixError.Interrupted)
        {
            throw Failure(Name, "waited for", error);
        }

        if (!timed && slice > TimeSpan.Zero)
        {
            Thread.Sleep(slice < pause ? slice : pause);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, TimeSpan.FromMilliseconds(16).Ticks));
        }

        return false;
    }

    private bool WithHandle(Func<nint, bool> action)
    {
        bool held = false;
        try
        {
            _handle.DangerousAddRef(ref held);
            return action(_handle.DangerousGetHandle());
        }
        finally
        {
            if (held)
            {
                _handle.DangerousRelease();
            }
        }
    }
}
