using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Several results side by side; the table is the legend of all charts, and its boxes turn results off and on.</summary>
internal sealed class ComparisonSection(HtmlWriter html)
{
    private static readonly (string Name, Func<PooledScore, double?> Of, bool IsEssential)[] Columns =
    [
        ("VMAF", pooled => pooled.Mean, true),
        ("Harmonic mean", pooled => pooled.HarmonicMean, false),
        ("Median", pooled => pooled.Median, false),
        ("5th percentile", pooled => pooled.P5, true),
        ("Lowest", pooled => pooled.Min, true),
        ("Deviation", pooled => pooled.StandardDeviation, false),
    ];

    private const string QualityHeading = "Frames by quality";
    private const string FramesHeading = "Frames";
    private const string BitrateHeading = "kb/s";

    /// <summary>Extractors without a score have up to 54 features.</summary>
    private const int MostMetrics = 8;

    /// <summary>More metrics than these beside the score take the room of its lesser columns.</summary>
    private const int MostMetricsBesideAll = 2;

    /// <summary>Writes the section.</summary>
    /// <param name="results">The results.</param>
    public void Write(IReadOnlyList<PresentedResult> results)
    {
        html.Open("section", ("id", "comparison"), ("class", "card"), ("aria-labelledby", "comparison-title"));
        html.Element("h2", "Comparison", ("id", "comparison-title"));
        if (results.Any(result => result.Report.Names.Scores.Count > 0))
        {
            WriteScores(results);
        }
        else
        {
            WriteMetrics(results);
        }

        Notices.Write(html, [.. results.SelectMany(result => (result.Run?.Warnings ?? []).Select(warning => $"{result.Name}: {warning}"))]);
        html.Close("section").Line();
    }

    private void WriteScores(IReadOnlyList<PresentedResult> results)
    {
        string[] named = [.. results.SelectMany(result => result.Report.Names.Named).Distinct().Take(MostMetrics)];

        // What all take says nothing about any, such as that of uncompressed videos.
        bool hasBitrates = results.Select(result => result.Run?.DistortedKilobitsPerSecond).Distinct().Count() > 1;
        (string Name, Func<PooledScore, double?> Of, bool IsEssential)[] columns = [.. Columns.Where(column => column.IsEssential || named.Length <= MostMetricsBesideAll)];
        OpenTable([.. columns.Select(column => column.Name), .. named, .. hasBitrates ? [BitrateHeading] : Array.Empty<string>()], hasBar: true);
        for (int index = 0; index < results.Count; index++)
        {
            Report report = results[index].Report;
            PooledScore? pooled = report.Names.Scores.Count == 0 ? null : report.Metrics[report.Names.Features.Count].Pooled;
            OpenRow(results[index], index);
            foreach ((string name, Func<PooledScore, double?> of, _) in columns)
            {
                WriteNumber(name, PageNumber.Score(pooled is null ? null : of(pooled)));
            }

            WriteMeans(report, named);
            if (hasBitrates)
            {
                WriteNumber(BitrateHeading, PageNumber.Bitrate(results[index].Run?.DistortedKilobitsPerSecond));
            }

            html.Open("td", ("class", "wide"), ("data-label", QualityHeading));
            double[] scores = Scores(report);
            if (scores.Length > 0)
            {
                QualityBar.Write(html, QualityBand.Shares(scores));
            }

            html.Close("td");
            CloseRow(report);
        }

        html.Close("tbody").Close("table").Line();
        QualityBar.WriteLegend(html);
    }

    /// <summary>Results without any score: the means of the metrics that were asked for by name, else of the first features.</summary>
    private void WriteMetrics(IReadOnlyList<PresentedResult> results)
    {
        string[] metrics = [.. results.SelectMany(result => ShownMetrics.FirstOf(result.Report)).Distinct().Take(MostMetrics)];
        OpenTable(metrics, hasBar: false);
        for (int index = 0; index < results.Count; index++)
        {
            Report report = results[index].Report;
            OpenRow(results[index], index);
            WriteMeans(report, metrics);
            CloseRow(report);
        }

        html.Close("tbody").Close("table").Line();
    }

    private void WriteMeans(Report report, string[] metrics)
    {
        foreach (string metric in metrics)
        {
            int place = report.Names.IndexOf(metric);
            WriteNumber(metric, PageNumber.Feature(place < 0 ? null : report.Metrics[place].Pooled?.Mean));
        }
    }

    private void OpenTable(string[] columns, bool hasBar)
    {
        html.Open("table", ("class", "comparison")).Open("thead").Open("tr");
        html.Element("th", "Result", ("scope", "col"));
        foreach (string name in columns)
        {
            html.Element("th", name, ("scope", "col"), ("class", "number"));
        }

        if (hasBar)
        {
            html.Element("th", QualityHeading, ("scope", "col"), ("class", "wide"));
        }

        html.Element("th", FramesHeading, ("scope", "col"), ("class", "number"));
        html.Close("tr").Close("thead").Open("tbody").Line();
    }

    private void OpenRow(PresentedResult result, int index)
    {
        html.Open("tr").Open("th", ("scope", "row")).Open("label");
        html.Open("input", ("type", "checkbox"), ("class", "needs-script"), ("checked", string.Empty), ("data-result", index));
        html.Open("span", ("class", $"swatch line {SeriesStyle.PageClass(index)}")).Close("span");
        html.Element("bdi", result.Name).Close("label").Close("th");
    }

    private void CloseRow(Report report)
    {
        WriteNumber(FramesHeading, PageNumber.Count(report.Frames.Count));
        html.Close("tr").Line();
    }

    private void WriteNumber(string column, string text) => html.Element("td", text, ("class", "number"), ("data-label", column));

    private static double[] Scores(Report report) => [.. report.Frames.Select(frame => frame.Score).OfType<double>()];
}
