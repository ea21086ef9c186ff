using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Vmaf.Engine.Assets;

/// <summary>Text reduced to lower-case ASCII letters and digits with underscores between, for identifiers that are also file names.</summary>
internal static partial class Slug
{
    private static readonly Dictionary<char, string> WithoutDecomposition = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['Æ'] = "ae", ['œ'] = "oe", ['Œ'] = "oe", ['ø'] = "o", ['Ø'] = "o", ['đ'] = "d", ['Đ'] = "d",
        ['ł'] = "l", ['Ł'] = "l", ['þ'] = "th", ['Þ'] = "th", ['ð'] = "d", ['Ð'] = "d", ['ı'] = "i",
    };

    /// <summary>
    /// Makes a slug: accents are taken off, other letters beyond ASCII dropped, commas within numbers removed, and each run of anything
    /// else becomes one underscore, none at the ends. The harness also spells other scripts in Latin letters, by a table of its
    /// library; for such names identifiers differ from its own.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        var ascii = new StringBuilder();
        foreach (char c in text.Normalize(NormalizationForm.FormKD))
        {
            if (c < 128)
            {
                ascii.Append(char.ToLowerInvariant(c));
            }
            else if (WithoutDecomposition.TryGetValue(c, out string? letters))
            {
                ascii.Append(letters);
            }
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !char.IsLetter(c))
            {
                ascii.Append('_');
            }
        }

        string joined = CommaInNumber().Replace(ascii.ToString(), string.Empty);
        return Separators().Replace(joined, "_").Trim('_');
    }

    [GeneratedRegex("(?<=[0-9]),(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex CommaInNumber();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
