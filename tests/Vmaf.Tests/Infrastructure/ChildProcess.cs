using System.Diagnostics;

namespace Vmaf.Tests.Infrastructure;

/// <summary>Runs a program to its end and keeps what it wrote.</summary>
internal static class ChildProcess
{
    /// <summary>Starts a program, waits for it, and kills it with its children when it takes too long.</summary>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments, one each.</param>
    /// <param name="environment">Variables to set; <see langword="null"/> takes a variable away.</param>
    /// <param name="timeout">How long it may take.</param>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static (int ExitCode, string Output) Run(
        string fileName, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, TimeSpan timeout)
    {
        var startInfo = new ProcessStartInfo(fileName, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        foreach ((string name, string? value) in environment)
        {
            startInfo.Environment[name] = value;
        }

        using Process process = Process.Start(startInfo) ?? throw new InvalidOperationException($"{fileName} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(timeout))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{fileName} {string.Join(' ', arguments)} ran for more than {timeout}.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}
