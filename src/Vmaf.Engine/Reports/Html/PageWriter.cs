using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Lays out the page. What needs no script, such as tables, verdicts and pictures, is in the HTML; the script draws the charts.</summary>
internal sealed class PageWriter(IReadOnlyList<PresentedResult> results, HtmlWriter html)
{
    private bool HasScores => results.Any(result => result.Report.Frames.Any(frame => frame.Score is not null));

    private bool HasMetrics => results.Any(result => result.Report is { Names.Named.Count: > 0, Frames.Count: > 0 });

    private bool HasFeatures => results.Any(result => result.Report.Frames.Count > 0 && ShownMetrics.Features(result.Report).Count > 0);

    /// <summary>Writes the page.</summary>
    public void Write()
    {
        WriteHead();
        html.Open("body").Line();
        WriteBanner();
        html.Open("main").Line();
        if (results.Count == 1)
        {
            new SummarySection(html).Write(results[0]);
        }
        else
        {
            new ComparisonSection(html).Write(results);
        }

        html.Open("noscript").Element("p", "The charts of this page are drawn by its script, which is turned off. All else is here.", ("class", "note"));
        html.Close("noscript").Line();
        if (HasScores)
        {
            WriteChartSection("timeline", "Score over time");
            WriteChartSection("distribution", "Distribution of the scores");
            new WorstFramesSection(html).Write(results);
        }

        if (HasMetrics)
        {
            WriteChartSection("metrics", "Metrics", "Asked for by name.");
        }

        if (HasFeatures)
        {
            WriteChartSection("features", "Features", "What was measured of every frame; scores are made of such features.");
        }

        new FactsSection(html).Write(results);
        html.Close("main").Line();
        string scale = HasScores ? " Scores from 0 to 100 predict what viewers would say; six points are about one just-noticeable difference." : string.Empty;
        html.Open("footer").Element("p", $"Vmaf {EngineInfo.Version}.{scale}");
        html.Close("footer").Line();
        html.Open("script", ("type", "application/json"), ("id", "report-data")).Verbatim(PageData.Of(results)).Close("script").Line();
        html.Open("script", ("type", "module")).Verbatim(PageAssets.Script).Close("script").Line();
        html.Close("body").Line().Close("html").Line();
    }

    private void WriteHead()
    {
        html.Verbatim("<!DOCTYPE html>\n").Open("html", ("lang", "en")).Line().Open("head").Line();
        html.Open("meta", ("charset", "utf-8")).Line();
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageAssets.ContentSecurityPolicy)).Line();
        html.Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Open("meta", ("name", "color-scheme"), ("content", "light dark")).Line();
        html.Element("title", $"{(HasScores ? "VMAF" : "Video quality")}: {string.Join(", ", results.Take(3).Select(result => result.Name))}").Line();
        html.Open("link", ("rel", "icon"), ("href", "data:,")).Line();
        html.Open("style").Verbatim(PageAssets.Style).Close("style").Line();
        html.Close("head").Line();
    }

    private void WriteBanner()
    {
        html.Open("header", ("class", "banner")).Open("div");
        html.Element("p", HasScores ? "VMAF report" : "Video quality report", ("class", "kicker"));
        string[] references = [.. results.Select(result => result.Run?.Reference).OfType<string>().Distinct(StringComparer.Ordinal)];
        string title = results.Count == 1 ? results[0].Name : $"{results.Count} results compared";
        html.Open("h1").Element("bdi", title).Close("h1");
        if (references.Length == 1)
        {
            html.Open("p", ("class", "subtitle")).Text("against ").Element("bdi", Path.GetFileName(references[0])).Close("p");
        }

        html.Close("div");
        html.Element("button", "Theme", ("type", "button"), ("id", "theme-button"), ("hidden", string.Empty));
        html.Close("header").Line();
    }

    private void WriteChartSection(string id, string title, string? words = null)
    {
        html.Open("section", ("id", id), ("class", "card needs-script"), ("aria-labelledby", $"{id}-title"));
        html.Element("h2", title, ("id", $"{id}-title"));
        if (words is not null)
        {
            html.Element("p", words, ("class", "quiet lead"));
        }

        html.Open("div", ("class", "content")).Close("div").Close("section").Line();
    }
}
