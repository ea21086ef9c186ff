using System.Runtime.InteropServices;

namespace Vmaf.Tests.Fifo;

/// <summary>Signals to other processes.</summary>
internal static partial class PosixSignals
{
    public const int Kill = 9;

    public static int Stop => OperatingSystem.IsMacOS() ? 17 : 19;

    public static int Continue => OperatingSystem.IsMacOS() ? 19 : 18;

    public static void Send(int processId, int signal) => _ = NativeKill(processId, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int NativeKill(int processId, int signal);
}
