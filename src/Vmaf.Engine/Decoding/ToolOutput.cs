using System.Text;

namespace Vmaf.Engine.Decoding;

/// <summary>What a program printed before it ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">Its standard output.</param>
/// <param name="ErrorTail">The last lines of its standard error, led by a colon; a full stop if it said nothing.</param>
internal sealed record ToolOutput(int ExitCode, string Text, string ErrorTail)
{
    /// <summary>128 and the number of the interrupt signal.</summary>
    private const int InterruptedExitCode = 130;

    private static readonly TimeSpan LongestNotice = TimeSpan.FromSeconds(2);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="OperationCanceledException">It was killed.</exception>
    public static ToolOutput Capture(string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using ToolProcess process = ToolProcess.Start(program, arguments, captureOutput: true);
        using CancellationTokenRegistration registration = cancellationToken.Register(process.Kill);
        using var reader = new StreamReader(process.Output, Encoding.UTF8);
        string text = reader.ReadToEnd();
        int exitCode = process.WaitForExit(cancellationToken);

        if (exitCode == InterruptedExitCode)
        {
            // Ctrl-C goes to all programs of a terminal at once: this one may have ended before this process takes notice.
            cancellationToken.WaitHandle.WaitOne(LongestNotice);
        }

        // Killed by the token, it may have ended before anyone waited for it.
        cancellationToken.ThrowIfCancellationRequested();
        return new ToolOutput(exitCode, text, process.ErrorTail(": "));
    }
}
