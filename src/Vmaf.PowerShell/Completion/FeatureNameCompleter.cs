using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Features.Guide;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of features.</summary>
public sealed class FeatureNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(wordToComplete ?? string.Empty, FeatureGuide.All.Select(feature => (feature.Name, feature.Meaning)));
}
