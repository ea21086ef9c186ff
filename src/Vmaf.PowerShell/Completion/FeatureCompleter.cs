using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vmaf.Engine.Features;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes names of feature extractors, and after <c>name=</c> or <c>:</c> those of their options.</summary>
public sealed class FeatureCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string typed = wordToComplete ?? string.Empty;
        string text = typed.TrimStart('\'', '"');
        int nameEnd = text.IndexOf('=', StringComparison.Ordinal);
        return CompletionList.Complete(typed, nameEnd < 0 ? Extractors() : Options(text, nameEnd));
    }

    private static IEnumerable<(string Name, string ToolTip)> Extractors() =>
        FeatureRegistry.Extractors.Select(extractor => (extractor.Name, extractor.Description));

    private static IEnumerable<(string Name, string ToolTip)> Options(string text, int nameEnd)
    {
        FeatureExtractorDefinition? extractor = FeatureRegistry.Extractors.FirstOrDefault(known => known.Name == text[..nameEnd]);
        string before = text[..(Math.Max(nameEnd, text.LastIndexOf(':')) + 1)];
        return (extractor?.Options ?? []).Select(option => ($"{before}{option.Name}=", option.Description));
    }
}
