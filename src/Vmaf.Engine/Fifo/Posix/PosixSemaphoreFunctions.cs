using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>
/// The system's semaphore calls, found at run time because they live in different libraries (in glibc before 2.34 in libpthread)
/// and because not every system has all of them.
/// </summary>
internal static unsafe class PosixSemaphoreFunctions
{
    private const int ClockMonotonic = 1;

    private static readonly nint[] Libraries = LoadLibraries();
    private static readonly nint OpenPointer = Find("sem_open");
    private static readonly delegate* unmanaged<nint, int> ClosePointer = (delegate* unmanaged<nint, int>)Find("sem_close");
    private static readonly delegate* unmanaged<nint, int> PostPointer = (delegate* unmanaged<nint, int>)Find("sem_post");
    private static readonly delegate* unmanaged<nint, int> TryWaitPointer = (delegate* unmanaged<nint, int>)Find("sem_trywait");
    private static readonly delegate* unmanaged<byte*, int> UnlinkPointer = (delegate* unmanaged<byte*, int>)Find("sem_unlink");
    private static readonly nint TimedWaitPointer = FindOptional("sem_timedwait");
    private static readonly nint ClockWaitPointer = FindOptional("sem_clockwait");

    /// <summary>Whether the system can wait with a time limit; macOS cannot.</summary>
    public static bool HasTimedWait => TimedWaitPointer != 0;

    /// <summary><c>sem_open(name, flags, mode, value)</c>.</summary>
    public static nint Open(string name, int flags, int mode, int value)
    {
        byte* text = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        try
        {
            if (OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64)
            {
                // Apple's arm64 ABI passes variadic arguments on the stack, eight bytes each; six fillers use up registers x2 to x7.
                return ((delegate* unmanaged<byte*, nint, nint, nint, nint, nint, nint, nint, nint, nint, nint>)OpenPointer)(
                    text, flags, 0, 0, 0, 0, 0, 0, mode, value);
            }

            return ((delegate* unmanaged<byte*, int, int, int, nint>)OpenPointer)(text, flags, mode, value);
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)text);
        }
    }

    /// <summary><c>sem_close</c>.</summary>
    public static int Close(nint semaphore) => ClosePointer(semaphore);

    /// <summary><c>sem_post</c>.</summary>
    public static int Post(nint semaphore) => PostPointer(semaphore);

    /// <summary><c>sem_trywait</c>.</summary>
    public static int TryWait(nint semaphore) => TryWaitPointer(semaphore);

    /// <summary><c>sem_unlink</c>.</summary>
    public static int Unlink(string name)
    {
        byte* text = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        try
        {
            return UnlinkPointer(text);
        }
        finally
        {
            Marshal.FreeCoTaskMem((nint)text);
        }
    }

    /// <summary>Waits for a limited time, against the monotonic clock where the system can, so that setting the clock does no harm.</summary>
    public static int TimedWait(nint semaphore, TimeSpan timeout)
    {
        if (ClockWaitPointer != 0)
        {
            // On Linux the stopwatch counts that very clock.
            Timespec monotonic = After(Stopwatch.GetElapsedTime(0), timeout);
            return ((delegate* unmanaged<nint, int, Timespec*, int>)ClockWaitPointer)(semaphore, ClockMonotonic, &monotonic);
        }

        Timespec wallClock = After(DateTime.UtcNow - DateTime.UnixEpoch, timeout);
        return ((delegate* unmanaged<nint, Timespec*, int>)TimedWaitPointer)(semaphore, &wallClock);
    }

    private static Timespec After(TimeSpan now, TimeSpan timeout)
    {
        long ticks = (now + timeout).Ticks;
        return new Timespec((nint)(ticks / TimeSpan.TicksPerSecond), (nint)(ticks % TimeSpan.TicksPerSecond * 100));
    }

    private static nint[] LoadLibraries()
    {
        string[] names = OperatingSystem.IsMacOS() ? ["libSystem.dylib"] : ["libc", "libpthread.so.0"];
        nint[] libraries = new nint[names.Length];
        for (int index = 0; index < names.Length; index++)
        {
            _ = NativeLibrary.TryLoad(names[index], typeof(PosixSemaphoreFunctions).Assembly, null, out libraries[index]);
        }

        return libraries;
    }

    private static nint Find(string function)
    {
        nint pointer = FindOptional(function);
        return pointer != 0 ? pointer : throw new PlatformNotSupportedException($"This system has no {function}.");
    }

    private static nint FindOptional(string function)
    {
        foreach (nint library in Libraries)
        {
            if (library != 0 && NativeLibrary.TryGetExport(library, function, out nint pointer))
            {
                return pointer;
            }
        }

        return 0;
    }
}
