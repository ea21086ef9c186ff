using System.Text;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>
/// A list of texts on one line, tabs between them; tabs, line ends and backslashes inside a text are escaped by a backslash. Writers
/// live for seconds only and would spend most of their own processor time on compiling a serialiser, so there is none.
/// </summary>
internal static class MessageLine
{
    /// <summary>Puts texts on one line.</summary>
    /// <param name="texts">The texts, at least one.</param>
    /// <returns>The line without its end.</returns>
    public static string Join(params ReadOnlySpan<string> texts)
    {
        var line = new StringBuilder();
        for (int index = 0; index < texts.Length; index++)
        {
            if (index > 0)
            {
                line.Append('\t');
            }

            foreach (char c in texts[index])
            {
                AppendEscaped(line, c);
            }
        }

        return line.ToString();
    }

    /// <summary>Takes a line apart. Any line is a list of texts.</summary>
    /// <param name="line">The line without its end.</param>
    public static string[] Split(string line)
    {
        string[] texts = line.Split('\t');
        for (int index = 0; index < texts.Length; index++)
        {
            texts[index] = Unescape(texts[index]);
        }

        return texts;
    }

    private static void AppendEscaped(StringBuilder line, char c) => _ = c switch
    {
        '\t' => line.Append(@"\t"),
        '\n' => line.Append(@"\n"),
        '\r' => line.Append(@"\r"),
        '\\' => line.Append(@"\\"),
        _ => line.Append(c),
    };

    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (int at = 0; at < escaped.Length; at++)
        {
            bool isEscape = escaped[at] == '\\' && at + 1 < escaped.Length;
            text.Append(isEscape ? Escaped(escaped[++at]) : escaped[at]);
        }

        return text.ToString();
    }

    private static char Escaped(char letter) => letter switch
    {
        't' => '\t',
        'n' => '\n',
        'r' => '\r',
        _ => letter,
    };
}
