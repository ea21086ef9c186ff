using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Models.Installation;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of models that can be fetched.</summary>
public sealed class OfficialModelCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(wordToComplete ?? string.Empty, OfficialModel.All.Select(model => (model.Name, model.Description)));
}
