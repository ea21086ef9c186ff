using System.Globalization;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Html;

/// <summary>What was compared with what, by which model, and every metric pooled.</summary>
internal sealed class FactsSection(HtmlWriter html)
{
    /// <summary>Writes the section.</summary>
    /// <param name="results">The results.</param>
    public void Write(IReadOnlyList<PresentedResult> results)
    {
        html.Open("section", ("id", "facts"), ("class", "card"), ("aria-labelledby", "facts-title"));
        html.Element("h2", "How this was measured", ("id", "facts-title")).Line();
        for (int index = 0; index < results.Count; index++)
        {
            PresentedResult result = results[index];
            html.Open("details", ("open", results.Count == 1 ? string.Empty : null));
            html.Open("summary").Open("span", ("class", $"swatch line {SeriesStyle.PageClass(index)}")).Close("span");
            html.Element("bdi", result.Name).Close("summary");
            WriteFacts(result);
            WriteMetrics(result.Report);
            html.Close("details").Line();
        }

        html.Close("section").Line();
    }

    private void WriteFacts(PresentedResult result)
    {
        html.Open("dl", ("class", "facts"));
        foreach ((string name, string? value) in FactsOf(result))
        {
            if (!string.IsNullOrEmpty(value))
            {
                html.Open("div").Element("dt", name).Open("dd").Element("bdi", value).Close("dd").Close("div");
            }
        }

        html.Close("dl");
    }

    private static IEnumerable<(string Name, string? Value)> FactsOf(PresentedResult result)
    {
        Report report = result.Report;
        QualityResult? run = result.Run;
        yield return ("Reference", run?.Reference);
        yield return ("Distorted", run?.Distorted);
        yield return ("Frames compared", Frames(result));
        foreach ((string Name, string? Value) fact in OpeningFacts.Of(result.Options))
        {
            yield return fact;
        }

        yield return ("Size", report is { Width: { } width, Height: { } height } ? string.Create(CultureInfo.InvariantCulture, $"{width} × {height}") : null);
        yield return ("Pixel format", run is null ? null : string.Create(CultureInfo.InvariantCulture, $"{run.PixelFormat}, {run.BitDepth} bits"));
        yield return ("Frame rate", result.FrameRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate.FramesPerSecond:0.###} per second") : null);
        yield return ("Bitrate of the distorted video", run?.DistortedKilobitsPerSecond is { } bitrate ? $"{PageNumber.Bitrate(bitrate)} kb/s" : null);
        yield return ("Offset", result.Offset is { } offset ? Offset(offset) : null);
        foreach (ModelResult model in run?.Models ?? [])
        {
            yield return ("Model", Model(model));
            yield return ("Model SHA-256", model.Model.Sha256);
            yield return ("Model certainty", Certainty(model));
        }

        yield return ("Engine", run is null ? report.Version : $"{run.EngineVersion} on {run.SimdTier}");
        yield return ("Speed", report.FramesPerSecond is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:0.#} frames per second{Elapsed(run)}") : null);
        foreach ((string name, double figure) in report.Aggregates)
        {
            yield return (name, PageNumber.Feature(figure));
        }
    }

    private static string Frames(PresentedResult result)
    {
        Report report = result.Report;
        string text = PageNumber.Count(report.Frames.Count);
        if (report.Frames.Count > 0)
        {
            text += string.Create(CultureInfo.InvariantCulture, $" ({report.Frames[0].FrameIndex} to {report.Frames[^1].FrameIndex})");
        }

        return result.Run is { ReferenceFrameCount: { } reference, DistortedFrameCount: { } distorted } && reference != distorted
            ? $"{text}; the reference has {PageNumber.Count(reference)}, the distorted video {PageNumber.Count(distorted)}"
            : text;
    }

    private static string Offset(OffsetMatch offset) => offset.IsClearlyShifted
        ? string.Create(CultureInfo.InvariantCulture, $"the distorted video seems to be shifted by {offset.OffsetFrames} {(Math.Abs(offset.OffsetFrames) == 1 ? "frame" : "frames")}, which lowers its score")
        : "none: the videos are in step";

    private static string Model(ModelResult result)
    {
        string description = result.Model.Description.Length > 0 ? $": {result.Model.Description}" : string.Empty;
        return $"{result.Model.Name} ({Origin(result)}){description}";
    }

    private static string Origin(ModelResult result) => result.Model.Path is { } path ? Path.GetFileName(path) : "built in, re-fitted";

    private static string? Certainty(ModelResult result) => result.Bootstrap is { } bootstrap
        ? $"{PageNumber.Score(bootstrap.ConfidenceLow.Mean)} to {PageNumber.Score(bootstrap.ConfidenceHigh.Mean)} with 95 % confidence, of {bootstrap.MemberCount} models"
        : null;

    private static string Elapsed(QualityResult? run) =>
        run is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {run.Elapsed.TotalSeconds:0.##} s");

    private void WriteMetrics(Report report)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "All metrics pooled"));
        html.Open("table", ("class", "metrics")).Open("thead").Open("tr");
        foreach (string column in (ReadOnlySpan<string>)["Metric", "Mean", "Harmonic", "Min", "P1", "P5", "P10", "P20", "Median", "Max", "Deviation"])
        {
            html.Element("th", column, ("scope", "col"), ("class", column == "Metric" ? null : "number"));
        }

        html.Close("tr").Close("thead").Open("tbody");
        foreach (string metric in (string[])[.. report.Names.Scores, .. report.Names.Named, .. ShownMetrics.Features(report)])
        {
            html.Open("tr").Open("th", ("scope", "row")).Element("code", metric).Close("th");
            PooledScore? pooled = report.Metrics[report.Names.IndexOf(metric)].Pooled;
            foreach (double? value in (ReadOnlySpan<double?>)
                [
                    pooled?.Mean, pooled?.HarmonicMean, pooled?.Min, pooled?.P1, pooled?.P5, pooled?.P10, pooled?.P20, pooled?.Median,
                    pooled?.Max, pooled?.StandardDeviation,
                ])
            {
                html.Element("td", PageNumber.Feature(value), ("class", "number"));
            }

            html.Close("tr");
        }

        html.Close("tbody").Close("table").Close("div");
    }
}
