using System.Runtime.InteropServices;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>The system's <c>struct timespec</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Timespec(nint seconds, nint nanoseconds)
{
    /// <summary>Whole seconds.</summary>
    public readonly nint Seconds = seconds;

    /// <summary>The rest, 0 to 999 999 999.</summary>
    public readonly nint Nanoseconds = nanoseconds;
}
