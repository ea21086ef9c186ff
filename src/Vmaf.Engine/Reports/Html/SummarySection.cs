using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Html;

/// <summary>What a reader wants to know first of one result: the score, what it means, and how even it is.</summary>
internal sealed class SummarySection(HtmlWriter html)
{
    /// <summary>Extractors without a score have up to 54 features, which have charts further down.</summary>
    private const int MostMeans = 12;

    /// <summary>Writes the section.</summary>
    /// <param name="result">The result.</param>
    public void Write(PresentedResult result)
    {
        Report report = result.Report;
        html.Open("section", ("id", "summary"), ("class", "card summary"), ("aria-label", "Summary"));
        if (report.Names.Scores.Count == 0)
        {
            html.Element("p", $"Means of {Frames(report)}; no model was asked for, so there is no VMAF score.", ("class", "note"));
            WriteMeans(report, ShownMetrics.FirstOf(report));
        }
        else if (report.Metrics[report.Names.Features.Count].Pooled is { Mean: { } mean } pooled)
        {
            WriteScore(result, mean);
            WriteTiles(pooled);
            WriteMeans(report, report.Names.Named);
        }
        else
        {
            html.Element("p", "There is no mean score: some frame has none.", ("class", "note"));
        }

        double[] scores = [.. report.Frames.Select(frame => frame.Score).OfType<double>()];
        if (scores.Length > 0)
        {
            double[] shares = QualityBand.Shares(scores);
            html.Open("div", ("class", "shares")).Element("h2", "Frames by quality", ("class", "label"));
            QualityBar.Write(html, shares);
            QualityBar.WriteLegend(html, shares);
            html.Close("div");
        }

        if (result.Verdict is not null)
        {
            html.Element("p", result.Verdict, ("class", "verdict"));
        }

        Notices.Write(html, result.Run?.Warnings ?? []);
        html.Close("section").Line();
    }

    private void WriteScore(PresentedResult result, double mean)
    {
        Report report = result.Report;
        int band = QualityBand.IndexOf(mean);
        string name = result.Run is { Models: [ModelResult first, ..] } ? first.Model.Name : report.Names.Scores[0];
        html.Open("div", ("class", "hero"));
        html.Open("p", ("class", "score")).Element("span", PageNumber.Score(mean), ("class", "figure")).Close("p");
        html.Open("p", ("class", "word")).Open("span", ("class", $"swatch band-{band}")).Close("span");
        html.Element("b", QualityBand.All[band].Name).Element("span", QualityBand.All[band].Words).Close("p");
        html.Element("p", $"{name}, mean of {Frames(report)}", ("class", "quiet"));
        html.Close("div");
    }

    private void WriteTiles(PooledScore pooled)
    {
        html.Open("dl", ("class", "tiles"));
        WriteTile("Harmonic mean", PageNumber.Score(pooled.HarmonicMean), "Forgives low frames less than the mean");
        WriteTile("Median", PageNumber.Score(pooled.Median), "Half of the frames are below");
        WriteTile("5th percentile", PageNumber.Score(pooled.P5), "One frame in twenty is below");
        WriteTile("Lowest frame", PageNumber.Score(pooled.Min), null);
        WriteTile("Highest frame", PageNumber.Score(pooled.Max), null);
        WriteTile("Standard deviation", PageNumber.Score(pooled.StandardDeviation), "How uneven the quality is");
        html.Close("dl");
    }

    private void WriteMeans(Report report, IReadOnlyList<string> metrics)
    {
        if (metrics.Count > 0)
        {
            html.Open("dl", ("class", "tiles means"));
            foreach (string metric in metrics.Take(MostMeans))
            {
                WriteTile(metric, PageNumber.Feature(report.Metrics[report.Names.IndexOf(metric)].Pooled?.Mean), FeatureCaption.Of(metric).Words);
            }

            html.Close("dl");
        }
    }

    private static string Frames(Report report) => $"{PageNumber.Count(report.Frames.Count)} {(report.Frames.Count == 1 ? "frame" : "frames")}";

    private void WriteTile(string name, string value, string? meaning)
    {
        html.Open("div", ("title", meaning));
        html.Element("dt", name).Element("dd", value).Close("div");
    }
}
