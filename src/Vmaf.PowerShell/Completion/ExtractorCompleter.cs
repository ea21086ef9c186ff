using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Features;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of feature extractors.</summary>
public sealed class ExtractorCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(
            wordToComplete ?? string.Empty, FeatureRegistry.Extractors.Select(extractor => (extractor.Name, extractor.Description)));
}
