using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Writes HTML element by element. Texts and attributes are escaped; only <see cref="Verbatim"/> is not.</summary>
internal sealed class HtmlWriter(TextWriter writer)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Its attributes; one with an empty value is written without, one that is <see langword="null"/> not at all.</param>
    public HtmlWriter Open(string name, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        writer.Write('<');
        writer.Write(name);
        foreach ((string attribute, object? value) in attributes)
        {
            string? text = Convert.ToString(value, CultureInfo.InvariantCulture);
            if (value is null)
            {
                continue;
            }

            writer.Write(' ');
            writer.Write(attribute);
            if (text!.Length > 0)
            {
                writer.Write("=\"");
                Encoder.Encode(writer, text);
                writer.Write('"');
            }
        }

        writer.Write('>');
        return this;
    }

    /// <summary>Closes an element.</summary>
    public HtmlWriter Close(string name)
    {
        writer.Write("</");
        writer.Write(name);
        writer.Write('>');
        return this;
    }

    /// <summary>Writes a text.</summary>
    public HtmlWriter Text(string text)
    {
        Encoder.Encode(writer, text);
        return this;
    }

    /// <summary>Writes an element that holds a text.</summary>
    public HtmlWriter Element(string name, string text, params ReadOnlySpan<(string Name, object? Value)> attributes) =>
        Open(name, attributes).Text(text).Close(name);

    /// <summary>Ends a line of the file.</summary>
    public HtmlWriter Line()
    {
        writer.Write('\n');
        return this;
    }

    /// <summary>Writes what is HTML already, or a part of the page in another language.</summary>
    public HtmlWriter Verbatim(string markup)
    {
        writer.Write(markup);
        return this;
    }
}
