using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Several results side by side; the table is the legend of all charts, and its boxes turn results off and on.</summary>
internal sealed class ComparisonSection(HtmlWriter html)
{
    private static readonly (string Name, Func<PooledScore, double?> Of)[] Columns =
    [
        ("VMAF", pooled => pooled.Mean),
        ("Harmonic mean", pooled => pooled.HarmonicMean),
        ("Median", pooled => pooled.Median),
        ("5th percentile", pooled => pooled.P5),
        ("Lowest", pooled => pooled.Min),
        ("Deviation", pooled => pooled.StandardDeviation),
    ];

    /// <summary>Writes the section.</summary>
    /// <param name="results">The results.</param>
    public void Write(IReadOnlyList<PresentedResult> results)
    {
        html.Open("section", ("id", "comparison"), ("class", "card"), ("aria-labelledby", "comparison-title"));
        html.Element("h2", "Comparison", ("id", "comparison-title"));
        html.Open("table", ("class", "comparison")).Open("thead").Open("tr");
        html.Element("th", "Result", ("scope", "col"));
        foreach ((string name, _) in Columns)
        {
            html.Element("th", name, ("scope", "col"), ("class", "number"));
        }

        html.Element("th", "Frames by quality", ("scope", "col"), ("class", "wide"));
        html.Element("th", "Frames", ("scope", "col"), ("class", "number"));
        html.Close("tr").Close("thead").Open("tbody").Line();
        for (int index = 0; index < results.Count; index++)
        {
            WriteRow(results[index], index);
        }

        html.Close("tbody").Close("table").Line();
        QualityBar.WriteLegend(html);
        Notices.Write(html, [.. results.SelectMany(result => (result.Run?.Warnings ?? []).Select(warning => $"{result.Name}: {warning}"))]);
        html.Close("section").Line();
    }

    private void WriteRow(PresentedResult result, int index)
    {
        Report report = result.Report;
        PooledScore? pooled = report.Names.Scores.Count == 0 ? null : report.Metrics[report.Names.Features.Count].Pooled;
        html.Open("tr").Open("th", ("scope", "row")).Open("label");
        html.Open("input", ("type", "checkbox"), ("class", "needs-script"), ("checked", string.Empty), ("data-result", index));
        html.Open("span", ("class", $"swatch line series-{index % SeriesStyle.Count}")).Close("span");
        html.Element("bdi", result.Name).Close("label").Close("th");
        foreach ((string name, Func<PooledScore, double?> of) in Columns)
        {
            double? value = pooled is null ? null : of(pooled);
            html.Element("td", PageNumber.Score(value), ("class", "number"), ("data-label", name));
        }

        html.Open("td", ("class", "wide"), ("data-label", "Frames by quality"));
        double[] scores = Scores(report);
        if (scores.Length > 0)
        {
            QualityBar.Write(html, QualityBand.Shares(scores));
        }

        html.Close("td");
        html.Element("td", PageNumber.Count(report.Frames.Count), ("class", "number"), ("data-label", "Frames"));
        html.Close("tr").Line();
    }

    private static double[] Scores(Report report) => [.. report.Frames.Select(frame => frame.Score).OfType<double>()];
}
