using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Models;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of models; where none begins with what was typed, PowerShell goes on to complete paths.</summary>
public sealed class ModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(
            wordToComplete ?? string.Empty,
            ModelCatalog.FromEnvironment().List().Select(model => (model.Name, model.Description))
                .Append((AutomaticModel.Name, "Chosen by size and frame rate of the videos.")));
}
