namespace Vmaf.Engine.Reports.Html;

/// <summary>Sentences that a reader must not miss.</summary>
internal static class Notices
{
    /// <summary>Writes the sentences; nothing if there are none.</summary>
    /// <param name="html">Receives them.</param>
    /// <param name="sentences">The sentences.</param>
    public static void Write(HtmlWriter html, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
        {
            return;
        }

        html.Open("ul", ("class", "notices"));
        foreach (string sentence in sentences)
        {
            html.Element("li", sentence);
        }

        html.Close("ul");
    }
}
