using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Vmaf.Engine.Processes;

/// <summary>
/// Tells a process from a later one with the same id: process id, start time, and on Linux the process namespace (containers
/// may share a temporary folder, but not process ids).
/// </summary>
/// <param name="NamespaceToken">Which process namespace the id belongs to; 0 where the system has none.</param>
/// <param name="ProcessId">The process id.</param>
/// <param name="StartToken">The start time in the system's own unit, cut to the range of <see cref="StartTokenRange"/>.</param>
internal readonly record struct ProcessIdentity(int NamespaceToken, int ProcessId, long StartToken)
{
    /// <summary>Start tokens are below this: six digits to the base 36.</summary>
    public const long StartTokenRange = 36L * 36 * 36 * 36 * 36 * 36;

    /// <summary>Namespace tokens are below this: three digits to the base 36.</summary>
    public const int NamespaceTokenRange = 36 * 36 * 36;

    private static readonly int OwnNamespace = ReadOwnNamespace();

    /// <summary>The running process.</summary>
    public static ProcessIdentity Current { get; } =
        new(OwnNamespace, Environment.ProcessId, StartTokenOf(Environment.ProcessId) ?? 0);

    /// <summary>A process that runs now, or <see langword="null"/> if there is none of that id.</summary>
    public static ProcessIdentity? Of(int processId) =>
        StartTokenOf(processId) is { } start ? new ProcessIdentity(OwnNamespace, processId, start) : null;

    /// <summary>
    /// Whether the process is certainly gone. One of another namespace, or whose start the system would not tell, cannot be judged and
    /// counts as alive.
    /// </summary>
    public bool IsGone => NamespaceToken == OwnNamespace && StartToken != 0 && StartTokenOf(ProcessId) != StartToken;

    private static long? StartTokenOf(int processId)
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxStartTicks(processId) % StartTokenRange;
        }

        try
        {
            using Process process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond % StartTokenRange;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Field 22 of <c>/proc/id/stat</c>, clock ticks since boot; <see langword="null"/> for a dead process or a zombie.</summary>
    private static long? LinuxStartTicks(int processId)
    {
        try
        {
            string status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            string[] fields = status[(status.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int ReadOwnNamespace()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        // The link reads "pid:[4026531836]".
        string? link = new FileInfo("/proc/self/ns/pid").LinkTarget;
        string digits = new((link ?? string.Empty).Where(char.IsAsciiDigit).ToArray());
        return long.TryParse(digits, CultureInfo.InvariantCulture, out long inode) ? (int)(inode % NamespaceTokenRange) : 0;
    }
}
