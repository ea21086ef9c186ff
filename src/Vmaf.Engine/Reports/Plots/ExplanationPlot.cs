using System.Globalization;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>
/// Draws explanations as SVG: for each frame its picture, the verdict, and each feature's value, normalised value, weight and effect
/// side by side. Colours suit light and dark pages.
/// </summary>
public static class ExplanationPlot
{
    /// <summary>The most samples across a frame's picture.</summary>
    internal const int PictureWidth = 240;

    /// <summary>The most samples down a frame's picture.</summary>
    internal const int PictureHeight = 180;

    private const double Margin = 20;
    private const double RowHeight = 21;
    private const double LineHeight = 17;
    private const double HeadHeight = 24;
    private const double LabelWidth = 150;
    private const double ColumnWidth = BarChart.BarWidth + BarChart.NumberWidth + 10;
    private const double CharacterWidth = 6.1;

    private const string Style = """

        text { font: 12px sans-serif; fill: #24292f; }
        .title { font-size: 15px; font-weight: bold; }
        .head { font-weight: bold; }
        .label { text-anchor: end; }
        .main { text-anchor: end; font-weight: bold; }
        .number { text-anchor: end; font-size: 11px; }
        .cut { text-anchor: end; fill: #fff; font-weight: bold; }
        .paper { fill: #fff; }
        .value { fill: #4878b0; }
        .normalised { fill: #4f9350; }
        .weight { fill: #cb5a4c; }
        .points { fill: #8c6bb1; }
        .axis, .rule { stroke: #8b949e; stroke-width: 1; }
        @media (prefers-color-scheme: dark) { text { fill: #e6edf3; } .paper { fill: #161b22; } }

        """;

    /// <summary>Writes a drawing; the file is there whole or not at all.</summary>
    /// <param name="frames">The frames, at least one, from top to bottom.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void Write(IReadOnlyList<PlottedFrame> frames, string path) => AtomicFile.Write(path, stream => Write(frames, stream));

    /// <summary>Writes a drawing.</summary>
    /// <param name="frames">The frames, at least one, from top to bottom.</param>
    /// <param name="stream">Receives the file.</param>
    public static void Write(IReadOnlyList<PlottedFrame> frames, Stream stream)
    {
        ArgumentOutOfRangeException.ThrowIfZero(frames.Count, nameof(frames));
        double pictureColumn = frames.Any(frame => frame.Picture is not null) ? PictureWidth + Margin : 0;
        double width = (2 * Margin) + pictureColumn + LabelWidth + (BarChart.All.Count * ColumnWidth);
        string[][] verdicts = [.. frames.Select(frame => Wrap(frame.Explanation.Verdict, (int)((width - (2 * Margin)) / CharacterWidth)))];
        double height = Margin + frames.Zip(verdicts, Height).Sum();
        using var svg = new SvgWriter(stream, width, height, "Why frames have their VMAF scores", Style);
        double top = Margin;
        foreach ((PlottedFrame frame, string[] verdict) in frames.Zip(verdicts))
        {
            if (top > Margin)
            {
                svg.Line(Margin, top - (Margin / 2), width - Margin, top - (Margin / 2), "rule");
            }

            Draw(svg, frame, verdict, pictureColumn, top);
            top += Height(frame, verdict);
        }
    }

    private static double Height(PlottedFrame frame, string[] verdict) =>
        HeadHeight
        + (verdict.Length * LineHeight)
        + Math.Max(frame.Picture?.Height ?? 0, (frame.Explanation.Features.Count + 1) * RowHeight)
        + (1.5 * Margin);

    private static void Draw(SvgWriter svg, PlottedFrame frame, string[] verdict, double pictureColumn, double top)
    {
        FrameExplanation explanation = frame.Explanation;
        string clip = frame.Clip.Length > 0 ? $"{frame.Clip}, " : string.Empty;
        svg.Text(
            Margin,
            top + 14,
            "title",
            string.Create(CultureInfo.InvariantCulture, $"{clip}frame {explanation.FrameIndex}: VMAF {explanation.Score:F1}"));
        double y = top + HeadHeight;
        foreach (string line in verdict)
        {
            svg.Text(Margin, y + 12, "words", line);
            y += LineHeight;
        }

        y += Margin / 2;
        if (frame.Picture is { } picture)
        {
            svg.Picture(Margin, y, picture.Width, picture.Height, PngEncoder.Encode(picture));
        }

        double left = Margin + pictureColumn + LabelWidth;
        for (int row = 0; row < explanation.Features.Count; row++)
        {
            FeatureEffect feature = explanation.Features[row];
            svg.Text(left - 10, y + RowHeight + (row * RowHeight) + (RowHeight / 2) + 4, feature.Rank == 1 ? "main" : "label", feature.Name);
        }

        foreach (BarChart chart in BarChart.All)
        {
            chart.Draw(svg, explanation.Features, left, y, RowHeight);
            left += ColumnWidth;
        }
    }

    /// <summary>Breaks a text into lines between words.</summary>
    private static string[] Wrap(string text, int lineLength)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > lineLength)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        lines.Add(line.ToString());
        return [.. lines];
    }
}
