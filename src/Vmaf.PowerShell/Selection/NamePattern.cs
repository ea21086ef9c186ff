using System.Management.Automation;
using Vmaf.Engine.Errors;

namespace Vmaf.PowerShell.Selection;

/// <summary>Chooses things by name, with wildcards.</summary>
internal static class NamePattern
{
    /// <summary>The things whose names fit a pattern; upper and lower case count the same.</summary>
    /// <typeparam name="T">What is chosen.</typeparam>
    /// <param name="items">All there are.</param>
    /// <param name="nameOf">Name of one of them.</param>
    /// <param name="pattern">A name, with or without wildcards.</param>
    /// <param name="notFoundId">Id of the error for a name without wildcards that nothing has.</param>
    /// <param name="kind">What they are called in messages, such as <c>model</c>.</param>
    /// <exception cref="VmafException">Nothing has the name, or the pattern is malformed (<see cref="VmafErrorIds.OptionInvalid"/>).</exception>
    public static IReadOnlyList<T> Select<T>(IReadOnlyList<T> items, Func<T, string> nameOf, string pattern, string notFoundId, string kind)
    {
        T[] matches;
        try
        {
            var wildcard = new WildcardPattern(pattern, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
            matches = [.. items.Where(item => wildcard.IsMatch(nameOf(item)))];
        }
        catch (WildcardPatternException exception)
        {
            throw Malformed(pattern, exception);
        }

        if (matches.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            throw new VmafException(
                notFoundId, $"There is no {kind} '{pattern}'.", $"Nearest names: {NameSuggestion.Nearest(pattern, items.Select(nameOf))}.", pattern);
        }

        return matches;
    }

    /// <summary>The error for wildcards that cannot be read.</summary>
    /// <param name="pattern">What was typed.</param>
    /// <param name="cause">What PowerShell says about it.</param>
    public static VmafException Malformed(string pattern, Exception cause) => new(
        VmafErrorIds.OptionInvalid,
        $"'{pattern}' is no valid wildcard pattern: a bracket is not closed, or its range runs backwards.",
        "Put a backtick before a bracket that means itself, as in 'clip`[1].y4m'.",
        pattern,
        cause);
}
