using System.Globalization;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Draws the score over time of one result or several as SVG. Colours suit light and dark pages.</summary>
public static class ScorePlot
{
    private const double Width = 960;
    private const double PlotHeight = 300;
    private const double Left = 56;
    private const double Right = 24;
    private const double Top = 52;
    private const double AxisHeight = 46;
    private const double LegendRow = 20;
    private const double LeastSpan = 5;
    private const int VerticalTicks = 5;
    private const int HorizontalTicks = 10;

    private const string Style = """

        text { font: 13px system-ui, 'Segoe UI', Roboto, sans-serif; fill: #59636e; }
        .title { font-size: 18px; font-weight: 600; fill: #1b2129; }
        .y { text-anchor: end; }
        .x { text-anchor: middle; }
        .name { fill: #1b2129; }
        .paper { fill: #fff; }
        .grid { stroke: #e9ecef; }
        .axis { stroke: #c3c9d0; }
        .line { fill: none; stroke-width: 1.75; stroke-linejoin: round; stroke-linecap: round; }
        .s0 { stroke: #0a5fa3; } .s1 { stroke: #cf5500; } .s2 { stroke: #007a5a; } .s3 { stroke: #a83c87; }
        .s4 { stroke: #7d6300; } .s5 { stroke: #4a45a8; } .s6 { stroke: #1489ad; } .s7 { stroke: #5f666e; }
        .d1 { stroke-dasharray: 7 3; } .d2 { stroke-dasharray: 2 4; } .d3 { stroke-dasharray: 9 4 2 4; }
        .key { stroke-width: 3; stroke-linecap: butt; }
        @media (prefers-color-scheme: dark) {
          text { fill: #9aa5b1; } .title, .name { fill: #e6edf3; } .paper { fill: #161b22; } .grid { stroke: #262d36; } .axis { stroke: #4a525c; }
          .s0 { stroke: #5cadf2; } .s1 { stroke: #ff9248; } .s2 { stroke: #3ccb9f; } .s3 { stroke: #e992cb; }
          .s4 { stroke: #dfc04a; } .s5 { stroke: #a5a1ff; } .s6 { stroke: #86dcf7; } .s7 { stroke: #b3bac2; }
        }

        """;

    /// <summary>Writes a drawing; the file is there whole or not at all.</summary>
    /// <param name="results">The results, at least one; a legend names several.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.OptionInvalid"/>: no result has a score. <see cref="VmafErrorIds.OutputUnwritable"/>.
    /// </exception>
    public static void Write(IReadOnlyList<PresentedResult> results, string path)
    {
        (double Low, double High) domain = Domain(results);
        AtomicFile.Write(path, stream => Write(results, stream, domain));
    }

    /// <summary>Writes a drawing as text, to be encoded as UTF-8.</summary>
    /// <param name="results">The results, at least one.</param>
    /// <param name="writer">Receives the text.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: no result has a score.</exception>
    public static void Write(IReadOnlyList<PresentedResult> results, TextWriter writer)
    {
        using var stream = new MemoryStream();
        Write(results, stream, Domain(results));
        writer.Write(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static void Write(IReadOnlyList<PresentedResult> results, Stream stream, (double Low, double High) domain)
    {
        FrameScore[] all = [.. results.SelectMany(result => result.Report.Frames)];
        int first = all.Min(frame => frame.FrameIndex);
        int last = Math.Max(first + 1, all.Max(frame => frame.FrameIndex));
        double height = Top + PlotHeight + AxisHeight + (results.Count * LegendRow) + 12;
        string title = results.Count == 1 ? $"VMAF of {results[0].Name}" : "VMAF over time";
        using var svg = new SvgWriter(stream, Width, height, title, Style);
        svg.Text(Left, 32, "title", title);
        DrawVerticalAxis(svg, domain);
        DrawHorizontalAxis(svg, first, last);
        for (int index = 0; index < results.Count; index++)
        {
            svg.Path(Line(results[index].Report, first, last, domain), $"line {SeriesStyle.DrawingClass(index)}");
        }

        for (int index = 0; index < results.Count; index++)
        {
            DrawLegend(svg, results[index], index, Top + PlotHeight + AxisHeight + (index * LegendRow) + 12);
        }
    }

    private static (double Low, double High) Domain(IReadOnlyList<PresentedResult> results)
    {
        ArgumentOutOfRangeException.ThrowIfZero(results.Count, nameof(results));
        double[] scores = [.. results.SelectMany(result => result.Report.Frames).Select(frame => frame.Score).OfType<double>()];
        if (scores.Length == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "There is no score to draw.", "Measure with a model; a page (HTML) shows features without a score too.");
        }

        (double low, double high) = AxisTicks.Widen(scores.Min(), scores.Max(), LeastSpan);
        return (Math.Max(0, low), scores.Max() <= 100 ? Math.Min(100, high) : high);
    }

    private static double X(double frame, int first, int last) => Left + ((frame - first) / (last - first) * (Width - Left - Right));

    private static double Y(double score, (double Low, double High) domain) =>
        Top + (PlotHeight * (domain.High - score) / (domain.High - domain.Low));

    private static void DrawVerticalAxis(SvgWriter svg, (double Low, double High) domain)
    {
        foreach (double score in AxisTicks.Between(domain.Low, domain.High, AxisTicks.Step(domain.High - domain.Low, VerticalTicks)))
        {
            double y = Y(score, domain);
            svg.Line(Left, y, Width - Right, y, "grid");
            svg.Text(Left - 10, y + 4, "y", score.ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    private static void DrawHorizontalAxis(SvgWriter svg, int first, int last)
    {
        const double Base = Top + PlotHeight;
        svg.Line(Left, Base, Width - Right, Base, "axis");
        foreach (double frame in AxisTicks.Between(first, last, Math.Max(1, AxisTicks.Step(last - first, HorizontalTicks))))
        {
            double x = X(frame, first, last);
            svg.Line(x, Base, x, Base + 5, "axis");
            svg.Text(x, Base + 20, "x", frame.ToString("0", CultureInfo.InvariantCulture));
        }

        svg.Text((Left + Width - Right) / 2, Base + 40, "x", "frame");
    }

    private static string Line(Report report, int first, int last, (double Low, double High) domain)
    {
        var path = new LinePath();
        foreach (FrameScore frame in report.Frames)
        {
            path.Add(X(frame.FrameIndex, first, last), frame.Score is { } score ? Y(score, domain) : double.NaN);
        }

        return path.Complete();
    }

    private static void DrawLegend(SvgWriter svg, PresentedResult result, int index, double y)
    {
        double? mean = result.Report.Score;
        string text = mean is { } score ? string.Create(CultureInfo.InvariantCulture, $"{result.Name}: mean {score:F2}") : result.Name;
        svg.Line(Left, y, Left + 22, y, $"key {SeriesStyle.DrawingClass(index)}");
        svg.Text(Left + 32, y + 4, "name", text);
    }
}
