using System.Management.Automation;
using Vmaf.PowerShell.Measuring;
using Vmaf.PowerShell.Selection;

namespace Vmaf.PowerShell.Pairs;

/// <summary>A script block as a callback on luma. Says in words what made it fail.</summary>
/// <param name="block">The script block.</param>
/// <param name="pipeline">Runs it.</param>
internal sealed class ScriptCallback(ScriptBlock block, PipelineThread pipeline)
{
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
        catch (Exception cause) when (ScriptFailure.Describe(cause) is { } reason)
        {
            throw new InvalidOperationException(reason, cause);
        }
    }
}
