using System.Management.Automation;
using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Errors;

/// <summary>Turns the engine's errors into PowerShell's.</summary>
internal static class EngineErrorRecord
{
    /// <summary>Makes a record with the engine's id, a category, the thing the error is about, and the remedy as recommended action.</summary>
    /// <param name="exception">The engine's error.</param>
    /// <param name="target">What the error is about where the engine does not say.</param>
    /// <param name="remedy">What to do about it; by default the engine's remedy with the parameter where there is one.</param>
    public static ErrorRecord Create(VmafException exception, object? target = null, string? remedy = null)
    {
        // PowerShell shows the recommended action below the message.
        return new ErrorRecord(exception, exception.ErrorId, ErrorCategories.Of(exception.ErrorId), exception.Target ?? target)
        {
            ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = remedy ?? ParameterRemedies.Complete(exception) },
        };
    }
}
