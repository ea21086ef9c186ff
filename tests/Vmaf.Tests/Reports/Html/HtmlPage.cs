using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Html;
using Xunit;

namespace Vmaf.Tests.Reports.Html;

/// <summary>A page taken apart.</summary>
internal sealed partial class HtmlPage
{
    private static readonly string[] VoidElements = ["meta", "link", "img", "input", "hr", "br"];

    private readonly List<string> _texts = [];

    public HtmlPage(params PresentedResult[] results)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        HtmlReport.Write(results, writer);
        Source = writer.ToString();
        Read();
    }

    public string Source { get; }

    /// <summary>Texts and values of attributes outside scripts and styles, unescaped.</summary>
    public IReadOnlyList<string> Texts => _texts;

    public string Style => Between("<style>", "</style>");

    public string Script => Between("<script type=\"module\">", "</script>");

    public JsonElement Data => JsonDocument.Parse(Between("id=\"report-data\">", "</script>")).RootElement;

    public static double[] Decode(JsonElement base64)
    {
        byte[] bytes = base64.GetBytesFromBase64();
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(index => BitConverter.ToDouble(bytes, index * 8))];
    }

    private string Between(string start, string end)
    {
        int from = Source.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return Source[from..Source.IndexOf(end, from, StringComparison.Ordinal)];
    }

    /// <summary>Reads the page tag by tag; each element must end where it has to.</summary>
    private void Read()
    {
        var open = new Stack<string>();
        int position = "<!DOCTYPE html>".Length;
        Assert.StartsWith("<!DOCTYPE html>", Source, StringComparison.Ordinal);
        while (position < Source.Length)
        {
            if (open.TryPeek(out string? raw) && raw is "script" or "style")
            {
                position = Source.IndexOf($"</{raw}>", position, StringComparison.Ordinal);
            }

            if (Source[position] != '<')
            {
                int end = Source.IndexOf('<', position);
                end = end < 0 ? Source.Length : end;
                _texts.Add(WebUtility.HtmlDecode(Source[position..end]));
                position = end;
                continue;
            }

            Match tag = Tag().Match(Source, position);
            Assert.True(tag.Success && tag.Index == position, $"No tag: {Source.AsSpan(position, Math.Min(80, Source.Length - position))}");
            string name = tag.Groups["name"].Value;
            if (tag.Groups["end"].Length > 0)
            {
                Assert.Equal(open.Pop(), name);
            }
            else if (!VoidElements.Contains(name))
            {
                open.Push(name);
            }

            _texts.AddRange(tag.Groups["value"].Captures.Select(value => WebUtility.HtmlDecode(value.Value)));
            position += tag.Length;
        }

        Assert.Empty(open);
    }

    [GeneratedRegex("""<(?<end>/?)(?<name>[a-z][a-z0-9]*)( [a-zA-Z-]+(="(?<value>[^"<>]*)")?)*>""")]
    private static partial Regex Tag();
}
