namespace Vmaf.Engine.Errors;

/// <summary>Finds the names nearest to a mistyped one, for error messages.</summary>
public static class NameSuggestion
{
    /// <summary>The up to three known names that take the fewest edits to reach, as a comma-separated list.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="known">The names there are.</param>
    public static string Nearest(string name, IEnumerable<string> known) => List(Ranked(name, known));

    /// <summary>As <see cref="Nearest"/>, but only names that a slip of the finger makes of each other; empty where there is none.</summary>
    /// <param name="name">What was typed.</param>
    /// <param name="known">The names there are.</param>
    public static string Similar(string name, IEnumerable<string> known) =>
        List(Ranked(name, known).Where(pair => pair.Distance <= name.Length / 3));

    private static IEnumerable<(string Candidate, int Distance)> Ranked(string name, IEnumerable<string> known) => known
        .Select(candidate => (candidate, distance: Distance(name, candidate)))
        .OrderBy(pair => pair.distance)
        .ThenBy(pair => pair.candidate, StringComparer.Ordinal);

    private static string List(IEnumerable<(string Candidate, int Distance)> names) =>
        string.Join(", ", names.Take(3).Select(pair => pair.Candidate));

    /// <summary>Levenshtein distance, case ignored; a candidate that contains the typed text counts as one edit.</summary>
    private static int Distance(string typed, string candidate)
    {
        if (typed.Length > 0 && candidate.Contains(typed, StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        int[] previous = [.. Enumerable.Range(0, candidate.Length + 1)];
        int[] current = new int[candidate.Length + 1];
        for (int i = 1; i <= typed.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= candidate.Length; j++)
            {
                int substitution = char.ToUpperInvariant(typed[i - 1]) == char.ToUpperInvariant(candidate[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + substitution);
            }

            (previous, current) = (current, previous);
        }

        return previous[candidate.Length];
    }
}
