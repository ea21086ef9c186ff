using System.Globalization;
using System.Text;
using System.Xml;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Writes a drawing as SVG 1.1, element by element. Lengths are in pixels.</summary>
internal sealed class SvgWriter : IDisposable
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const string LinkNamespace = "http://www.w3.org/1999/xlink";

    private readonly XmlWriter _xml;

    /// <summary>Begins a drawing.</summary>
    /// <param name="stream">Receives it; stays open.</param>
    /// <param name="width">Width of the drawing.</param>
    /// <param name="height">Height of the drawing.</param>
    /// <param name="title">What it shows, for those who cannot see it.</param>
    /// <param name="style">Style sheet.</param>
    public SvgWriter(Stream stream, double width, double height, string title, string style)
    {
        var settings = new XmlWriterSettings
        {
            Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n", CheckCharacters = false,
        };
        _xml = XmlWriter.Create(stream, settings);
        _xml.WriteStartElement("svg", Namespace);
        _xml.WriteAttributeString("xmlns", "xlink", null, LinkNamespace);
        Attribute("width", width);
        Attribute("height", height);
        _xml.WriteAttributeString("viewBox", $"0 0 {Number(width)} {Number(height)}");
        _xml.WriteAttributeString("role", "img");
        Element("title", title);
        Element("style", style);
        Rectangle(0, 0, width, height, "paper");
    }

    /// <summary>Draws a filled rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string style)
    {
        _xml.WriteStartElement("rect", Namespace);
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", width);
        Attribute("height", height);
        _xml.WriteAttributeString("class", style);
        _xml.WriteEndElement();
    }

    /// <summary>Draws a line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style)
    {
        _xml.WriteStartElement("line", Namespace);
        Attribute("x1", x1);
        Attribute("y1", y1);
        Attribute("x2", x2);
        Attribute("y2", y2);
        _xml.WriteAttributeString("class", style);
        _xml.WriteEndElement();
    }

    /// <summary>Draws a path, given as path data.</summary>
    public void Path(string data, string style)
    {
        _xml.WriteStartElement("path", Namespace);
        _xml.WriteAttributeString("d", data);
        _xml.WriteAttributeString("class", style);
        _xml.WriteEndElement();
    }

    /// <summary>Writes one line of text on a base line; the style says whether it begins or ends at the position.</summary>
    public void Text(double x, double baseline, string style, string text)
    {
        _xml.WriteStartElement("text", Namespace);
        Attribute("x", x);
        Attribute("y", baseline);
        _xml.WriteAttributeString("class", style);
        _xml.WriteString(WithoutControls(text));
        _xml.WriteEndElement();
    }

    /// <summary>Draws a PNG picture.</summary>
    public void Picture(double x, double y, double width, double height, byte[] png)
    {
        _xml.WriteStartElement("image", Namespace);
        Attribute("x", x);
        Attribute("y", y);
        Attribute("width", width);
        Attribute("height", height);
        _xml.WriteAttributeString("xlink", "href", LinkNamespace, $"data:image/png;base64,{Convert.ToBase64String(png)}");
        _xml.WriteEndElement();
    }

    /// <summary>Ends the drawing.</summary>
    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.Dispose();
    }

    private static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>File names may hold characters that XML may not.</summary>
    private static string WithoutControls(string text) =>
        string.Concat(text.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\uFFFD'));

    private void Attribute(string name, double value) => _xml.WriteAttributeString(name, Number(value));

    private void Element(string name, string text) => _xml.WriteElementString(name, Namespace, WithoutControls(text));
}
