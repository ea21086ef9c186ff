using System.ComponentModel;
using System.Diagnostics;

namespace Vmaf.Engine.Processes;

/// <summary>
/// Binds the life of a program to that of the thread that starts it, so that it ends even if this process is killed and can do nothing
/// about it any more. Linux's kernel does so for a process that asks for it; <c>setpriv</c> of util-linux asks and then becomes
/// the program, under the same process id. Elsewhere the program is started as it is.
/// </summary>
internal static class ParentDeathSignal
{
    private static readonly string[] Request = ["--pdeathsig", "KILL"];

    private static readonly Lazy<string?> Found = new(FindLauncher);

    /// <summary>The program that binds others, looked for once; <see langword="null"/> where this machine has none.</summary>
    public static string? Launcher => Found.Value;

    /// <summary>What to start so that a program runs bound to the starting thread, which must outlive it.</summary>
    /// <param name="launcher">The <see cref="Launcher"/> that this process or its parent found.</param>
    /// <param name="program">The program's path.</param>
    /// <param name="arguments">Its arguments.</param>
    public static (string Program, IEnumerable<string> Arguments) Bind(string? launcher, string program, IEnumerable<string> arguments) =>
        launcher is not null && ExecutableSearch.IsExecutable(program)
            ? (launcher, [.. Request, "--", program, .. arguments])
            : (program, arguments);

    private static string? FindLauncher()
    {
        if (!OperatingSystem.IsLinux() || ExecutableSearch.Find("setpriv") is not { } launcher || ExecutableSearch.Find("true") is not { } nothing)
        {
            return null;
        }

        // Those of BusyBox and of util-linux before 2.33 do not know the option.
        return Succeeds(launcher, [.. Request, "--", nothing]) ? launcher : null;
    }

    private static bool Succeeds(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
