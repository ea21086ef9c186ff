using System.Security.Cryptography;
using System.Text;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Style sheet and script of the page, put together from the files embedded in this assembly.</summary>
internal static class PageAssets
{
    private const string Prefix = "html/";

    private static readonly string[] StyleNames = ["theme.css", "layout.css", "charts.css", "frames.css", "print.css"];

    /// <summary>In an order in which each needs only those before it.</summary>
    private static readonly string[] ScriptNames =
    [
        "format.js", "data.js", "svg.js", "view.js", "lineChart.js", "navigation.js", "timeline.js", "distribution.js", "features.js",
        "comparison.js", "lightbox.js", "theme.js", "main.js",
    ];

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Join(StyleNames);

    /// <summary>The script, a module.</summary>
    public static string Script { get; } = Join(ScriptNames);

    /// <summary>
    /// The page's content security policy: this script, this style sheet, pictures inside the page, and nothing else from anywhere.
    /// </summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Join(string[] names) => $"\n{string.Join('\n', names.Select(Read))}";

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new InvalidOperationException($"The assembly lacks '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        // A browser hashes lines as it parses them, whatever a checkout made of their ends.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
