using System.Globalization;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Reports.Plots;

namespace Vmaf.Engine.Reports.Html;

/// <summary>The worst frames of each result: how they look, and why they score so low.</summary>
internal sealed class WorstFramesSection(HtmlWriter html)
{
    private static readonly (FrameConditions Condition, string Words)[] Conditions =
    [
        (FrameConditions.Misaligned, "seems out of step"),
        (FrameConditions.SceneCut, "scene cut"),
        (FrameConditions.Static, "nothing moves"),
        (FrameConditions.Frozen, "frozen"),
    ];

    /// <summary>Writes the section, if there is a frame to show.</summary>
    /// <param name="results">The results.</param>
    public void Write(IReadOnlyList<PresentedResult> results)
    {
        if (results.All(result => result.WorstFrames.Count == 0))
        {
            return;
        }

        html.Open("section", ("id", "worst-frames"), ("class", "card"), ("aria-labelledby", "worst-frames-title"));
        html.Element("h2", "Worst frames", ("id", "worst-frames-title")).Line();
        for (int index = 0; index < results.Count; index++)
        {
            WriteResult(results[index], index, hasHeading: results.Count > 1);
        }

        html.Close("section").Line();
    }

    private void WriteResult(PresentedResult result, int index, bool hasHeading)
    {
        if (result.WorstFrames.Count == 0)
        {
            return;
        }

        html.Open("div", ("class", "frame-group"), ("data-result", index));
        if (hasHeading)
        {
            html.Open("h3", ("class", "group-title")).Open("span", ("class", $"swatch line {SeriesStyle.PageClass(index)}")).Close("span");
            html.Element("bdi", result.Name).Close("h3");
        }

        Notices.Write(html, result.Notes);
        double[] effects = [.. result.WorstFrames.SelectMany(frame => frame.Explanation?.Features ?? []).Select(feature => feature.Effect)];
        var bars = new EffectBars(html, effects);
        foreach (WorstFrame frame in result.WorstFrames)
        {
            WriteFrame(result, frame, index, bars);
        }

        html.Close("div").Line();
    }

    private void WriteFrame(PresentedResult result, WorstFrame frame, int index, EffectBars bars)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Frame {frame.FrameIndex}");
        html.Open("article", ("class", "frame"), ("id", string.Create(CultureInfo.InvariantCulture, $"frame-{index}-{frame.FrameIndex}")));
        html.Open("header").Open("h4").Text(name);
        if (result.FrameRate is { } rate)
        {
            html.Text(" ").Element("span", PageNumber.Time(frame.FrameIndex, rate), ("class", "quiet"));
        }

        html.Close("h4");
        WriteConditions(frame.Explanation);
        html.Open("p", ("class", "chip")).Open("span", ("class", $"swatch band-{QualityBand.IndexOf(frame.Score)}")).Close("span");
        html.Text("VMAF ").Element("b", PageNumber.Score(frame.Score)).Close("p").Close("header");
        if (frame.Pictures is { } pictures)
        {
            html.Open("div", ("class", "pictures"));
            WritePicture(pictures.Reference, "Reference", name);
            WritePicture(pictures.Distorted, "Distorted", name);
            WritePicture(pictures.Difference, $"Difference × {pictures.Amplification}", name);
            html.Close("div");
        }

        if (frame.Explanation is { } explanation)
        {
            html.Open("div", ("class", "why"));
            html.Element("p", explanation.Verdict, ("class", "verdict"));
            bars.Write(explanation);
            html.Close("div");
        }

        html.Close("article").Line();
    }

    private void WriteConditions(FrameExplanation? explanation)
    {
        foreach ((FrameConditions condition, string words) in Conditions)
        {
            if (explanation?.Conditions.HasFlag(condition) == true)
            {
                html.Element("span", words, ("class", "tag"));
            }
        }
    }

    private void WritePicture(RgbPicture picture, string caption, string frame)
    {
        html.Open("figure").Open("button", ("type", "button"), ("class", "enlarge"), ("aria-label", $"Enlarge: {caption}, {frame}"));
        html.Open(
            "img",
            ("src", $"data:image/png;base64,{Convert.ToBase64String(PngEncoder.Encode(picture))}"),
            ("alt", $"{caption}, {frame}"),
            ("width", picture.Width),
            ("height", picture.Height));
        html.Close("button").Element("figcaption", caption).Close("figure");
    }
}
