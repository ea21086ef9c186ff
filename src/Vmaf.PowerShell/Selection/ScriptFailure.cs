using System.Management.Automation;

namespace Vmaf.PowerShell.Selection;

/// <summary>Says in words what made a script block of the user fail, where PowerShell's own exceptions say nothing.</summary>
internal static class ScriptFailure
{
    /// <summary>What PowerShell makes of a <c>throw</c> that says nothing.</summary>
    private const string ThrownWithoutWord = "ScriptHalted";

    /// <summary>Longer lines are not shown.</summary>
    private const int MostOfLine = 80;

    /// <summary>The reason of a failure.</summary>
    /// <param name="cause">What came out of the script block.</param>
    /// <returns><see langword="null"/> for what is none: the pipeline is stopped, or the exception is not PowerShell's.</returns>
    public static string? Describe(Exception cause) => cause switch
    {
        PipelineStoppedException => null,
        ExitException => Early("it used 'exit', which would end the session."),
        BreakException => Early("it used 'break' outside of a loop."),
        ContinueException => Early("it used 'continue' outside of a loop."),
        RuntimeException failure => Describe(failure),

        // A script block with begin, process and end.
        PSInvalidOperationException => cause.Message,
        _ => null,
    };

    private static string Early(string reason) => $"{reason} To end the script block early, write 'return'.";

    private static string Describe(RuntimeException cause)
    {
        ErrorRecord error = cause.ErrorRecord;
        string reason = error.FullyQualifiedErrorId == ThrownWithoutWord ? "it threw an error without a message." : cause.Message;
        if (error.InvocationInfo is not { ScriptLineNumber: > 0 } place)
        {
            return reason;
        }

        string line = place.Line.Trim();
        return line.Length <= MostOfLine ? $"{reason} (line {place.ScriptLineNumber}: {line})" : $"{reason} (line {place.ScriptLineNumber})";
    }
}
