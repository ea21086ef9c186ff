using System.Text;

namespace Vmaf.PowerShell.Output;

/// <summary>Text of table cells, which PowerShell by itself breaks in the midst of words.</summary>
public static class CellText
{
    /// <summary>Breaks text into lines between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters of a line; longer words stay whole.</param>
    public static string Wrap(string? text, int width)
    {
        var lines = new StringBuilder();
        int lineLength = 0;
        foreach (string word in (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lineLength > 0)
            {
                bool fits = lineLength + 1 + word.Length <= width;
                lines.Append(fits ? ' ' : '\n');
                lineLength = fits ? lineLength + 1 : 0;
            }

            lines.Append(word);
            lineLength += word.Length;
        }

        return lines.ToString();
    }

    /// <summary>Cuts text that is too long for one line at its start, because the ends of names tell them apart.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most characters.</param>
    public static string Tail(string text, int width)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= width ? text : $"…{text[^(width - 1)..]}";
    }
}
