using System.Management.Automation;

namespace Vmaf.PowerShell.Completion;

/// <summary>Makes completions of names that begin with what was typed.</summary>
internal static class CompletionList
{
    /// <summary>Completes a word.</summary>
    /// <param name="typed">What was typed, with an opening quote perhaps.</param>
    /// <param name="candidates">Each name with its tooltip.</param>
    public static IEnumerable<CompletionResult> Complete(string typed, IEnumerable<(string Name, string ToolTip)> candidates)
    {
        string prefix = typed.TrimStart('\'', '"');
        return candidates
            .Where(candidate => candidate.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(candidate => new CompletionResult(
                Quote(candidate.Name),
                candidate.Name,
                CompletionResultType.ParameterValue,
                candidate.ToolTip.Length > 0 ? candidate.ToolTip : candidate.Name));
    }

    private static string Quote(string name) =>
        name.Any(character => !char.IsLetterOrDigit(character) && character is not ('_' or '.' or '-' or '='))
            ? $"'{name.Replace("'", "''", StringComparison.Ordinal)}'"
            : name;
}
