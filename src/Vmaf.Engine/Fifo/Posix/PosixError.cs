using System.Runtime.InteropServices;

namespace Vmaf.Engine.Fifo.Posix;

/// <summary>The <c>errno</c> values and <c>open</c> flags in use, where they differ by system chosen for the running one.</summary>
internal static class PosixError
{
    public const int NoSuchFile = 2;
    public const int Interrupted = 4;
    public const int NoReader = 6;
    public const int Exists = 17;
    public const int BrokenPipe = 32;

    private static readonly bool IsLinux = OperatingSystem.IsLinux();

    /// <summary>EAGAIN: nothing there yet.</summary>
    public static int TryAgain => IsLinux ? 11 : 35;

    /// <summary>ETIMEDOUT.</summary>
    public static int TimedOut => IsLinux ? 110 : 60;

    /// <summary>O_CREAT | O_EXCL.</summary>
    public static int CreateExclusive => IsLinux ? 0xC0 : 0xA00;

    /// <summary>O_NONBLOCK | O_CLOEXEC.</summary>
    public static int NonBlocking => IsLinux ? 0x80800 : 0x1000004;

    /// <summary>What the system says about an error, with its number.</summary>
    public static string Text(int error) => $"{Marshal.GetPInvokeErrorMessage(error)} (errno {error})";
}
