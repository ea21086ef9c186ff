using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of the properties that points of rate and quality have, each with the first point's value.</summary>
public sealed class PointPropertyCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        PSObject? point = TypedArguments.FindFirst(
            commandAst, fakeBoundParameters, nameof(MeasureVmafBdRateCommand.Anchor), nameof(MeasureVmafBdRateCommand.InputObject));
        return CompletionList.Complete(
            wordToComplete ?? string.Empty,
            point?.Properties.Select(property => (property.Name, string.Create(CultureInfo.InvariantCulture, $"{property.Name} = {property.Value}"))) ?? []);
    }
}
