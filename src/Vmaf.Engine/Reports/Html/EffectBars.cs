using Vmaf.Engine.Explanation;

namespace Vmaf.Engine.Reports.Html;

/// <summary>What each feature costs a frame, as bars. All frames of a result have the same scale, so that they can be compared.</summary>
internal sealed class EffectBars
{
    private const double Width = 200;
    private const double Height = 12;

    /// <summary>The scale is no finer than this, in score points: next to nothing must not look like much.</summary>
    private const double LeastRange = 5;

    private readonly HtmlWriter _html;
    private readonly double _least;
    private readonly double _largest;

    /// <param name="html">Receives the bars.</param>
    /// <param name="effects">All effects that share the scale, in score points.</param>
    public EffectBars(HtmlWriter html, IReadOnlyCollection<double> effects)
    {
        _html = html;
        _least = Math.Min(0, effects.DefaultIfEmpty(0).Min());
        _largest = Math.Max(LeastRange, effects.DefaultIfEmpty(0).Max());
    }

    /// <summary>Writes the features of a frame, the costliest first.</summary>
    /// <param name="explanation">Why the frame has its score.</param>
    public void Write(FrameExplanation explanation)
    {
        _html.Open("table", ("class", "effects"));
        _html.Element("caption", "Points that the best value of each feature would add");
        _html.Open("tbody");
        foreach (FeatureEffect feature in explanation.Ranking)
        {
            FeatureMeaning meaning = FeatureMeaning.Of(feature.Name);
            _html.Open("tr").Open("th", ("scope", "row")).Text(meaning.Title).Text(" ").Element("code", feature.Name).Close("th");
            _html.Element("td", PageNumber.Feature(feature.Value), ("class", "number value"));
            _html.Open("td", ("class", "bar"));
            WriteBar(feature);
            _html.Close("td");
            _html.Element("td", feature.Role == FeatureRole.Content ? "content" : PageNumber.Points(feature.Effect), ("class", "number points"));
            _html.Close("tr");
        }

        _html.Close("tbody").Close("table");
    }

    private void WriteBar(FeatureEffect feature)
    {
        double scale = Width / (_largest - _least);
        double zero = -_least * scale;
        double end = (feature.Effect - _least) * scale;
        _html.Open("svg", ("viewBox", $"0 0 {Width:0} {Height:0}"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"));
        _html.Open("rect", ("class", "track"), ("width", Width), ("height", Height)).Close("rect");
        _html.Open(
            "rect",
            ("class", feature.Effect < 0 ? "gain" : "loss"),
            ("x", Math.Round(Math.Min(zero, end), 2)),
            ("width", Math.Round(Math.Abs(end - zero), 2)),
            ("height", Height));
        _html.Close("rect").Close("svg");
    }
}
