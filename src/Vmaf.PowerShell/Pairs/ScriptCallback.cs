using System.Management.Automation;
using Vmaf.PowerShell.Measuring;

namespace Vmaf.PowerShell.Pairs;

/// <summary>A script block as a callback on luma. Says in words what made it fail, where PowerShell's own exceptions say nothing.</summary>
/// <param name="block">The script block.</param>
/// <param name="pipeline">Runs it.</param>
internal sealed class ScriptCallback(ScriptBlock block, PipelineThread pipeline)
{
    /// <summary>What PowerShell makes of a <c>throw</c> that says nothing.</summary>
    private const string ThrownWithoutWord = "ScriptHalted";

    /// <summary>Longer lines are not shown.</summary>
    private const int MostOfLine = 80;

    /// <summary>Passes a luma plane through the block.</summary>
    /// <param name="luma">The samples, row after row; changed in place.</param>
    /// <param name="width">Width in samples.</param>
    /// <param name="height">Height in samples.</param>
    /// <param name="frame">Number of the frame.</param>
    /// <exception cref="InvalidOperationException">The block failed; says why.</exception>
    public void Invoke(double[] luma, int width, int height, long frame)
    {
        try
        {
            pipeline.Invoke(() => block.Invoke(luma, width, height, frame));
        }
        catch (FlowControlException cause) when (cause is ExitException or BreakException or ContinueException)
        {
            string reason = cause switch
            {
                ExitException => "it used 'exit', which would end the session.",
                BreakException => "it used 'break' outside of a loop.",
                _ => "it used 'continue' outside of a loop.",
            };
            throw new InvalidOperationException($"{reason} To end the script block early, write 'return'.", cause);
        }
        catch (RuntimeException cause) when (cause is not PipelineStoppedException)
        {
            throw new InvalidOperationException(Describe(cause), cause);
        }
    }

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
