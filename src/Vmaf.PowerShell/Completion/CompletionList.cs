using System.Management.Automation;

namespace Vmaf.PowerShell.Completion;

/// <summary>Makes completions of names that begin with what was typed, then of those that have it elsewhere; wildcards stand for what they do.</summary>
internal static class CompletionList
{
    /// <summary>Completes a word.</summary>
    /// <param name="typed">What was typed, with an opening quote perhaps.</param>
    /// <param name="candidates">Each name with its tooltip.</param>
    public static IEnumerable<CompletionResult> Complete(string typed, IEnumerable<(string Name, string ToolTip)> candidates)
    {
        string word = typed.Trim('\'', '"');
        (string Name, string ToolTip)[] all = [.. candidates];
        bool[] begins = [.. all.Select(candidate => candidate.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase))];
        WildcardPattern pattern = WildcardPattern.Get(WildcardPattern.ContainsWildcardCharacters(word) ? $"{word}*" : $"*{word}*", WildcardOptions.IgnoreCase);
        return all.Where((_, index) => begins[index])
            .Concat(all.Where((candidate, index) => !begins[index] && pattern.IsMatch(candidate.Name)))
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
