using System.IO.Pipes;
using Microsoft.Win32.SafeHandles;

namespace Vmaf.Engine.Processes;

/// <summary>
/// This end of a child process's standard streams. The runtime's own stream of an anonymous pipe brings the machinery of sockets with
/// it on POSIX systems, which takes longer to get going than a short program to end; plain reads and writes need none.
/// </summary>
internal static class ProcessPipe
{
    /// <summary>A stream whose reads just block.</summary>
    /// <param name="redirected">A redirected standard output or error, which is left to the stream.</param>
    public static Stream Open(StreamReader redirected) => Open(redirected.BaseStream, FileAccess.Read);

    /// <summary>A stream whose writes just block, and are not held back.</summary>
    /// <param name="redirected">A redirected standard input, which is left to the stream.</param>
    public static Stream Open(StreamWriter redirected) => Open(redirected.BaseStream, FileAccess.Write);

    private static Stream Open(Stream stream, FileAccess access)
    {
        if (OperatingSystem.IsWindows() || stream is not PipeStream { SafePipeHandle: { } pipe })
        {
            return stream;
        }

        var handle = new SafeFileHandle(pipe.DangerousGetHandle(), ownsHandle: true);
        pipe.SetHandleAsInvalid();
        return new FileStream(handle, access, bufferSize: 0);
    }
}
