using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vmaf.Engine.Video;

/// <summary>Makes pipes hold more, so that producer and consumer wake each other less often.</summary>
internal static partial class PipeCapacity
{
    // Linux lets an unprivileged process have this much (/proc/sys/fs/pipe-max-size); the default is 64 KiB.
    private const int LargestUnprivileged = 1 << 20;
    private const int SetPipeSize = 1031;

    /// <summary>Enlarges a pipe where the system allows it. Files and other systems are left alone.</summary>
    /// <param name="handle">The open pipe.</param>
    public static void TryEnlarge(SafeFileHandle handle)
    {
        if (OperatingSystem.IsLinux())
        {
            // Failure only means that the pipe stays as it is.
            _ = FileControl(handle, SetPipeSize, LargestUnprivileged);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FileControl(SafeFileHandle handle, int command, int argument);
}
