using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Vmaf.PowerShell.Completion;

/// <summary>Completes the names of callbacks on luma.</summary>
public sealed class LumaCallbackCompleter : IArgumentCompleter
{
    private static readonly (string Name, string Meaning)[] Callbacks =
    [
        ("identity", "changes nothing"),
        ("multiply", "1.1 times each sample; what is too bright wraps around"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        CompletionList.Complete(wordToComplete ?? string.Empty, Callbacks);
}
