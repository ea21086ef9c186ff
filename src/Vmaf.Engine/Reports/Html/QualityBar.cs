using System.Globalization;

namespace Vmaf.Engine.Reports.Html;

/// <summary>Shows how many frames fall in each range of quality, as one bar.</summary>
internal static class QualityBar
{
    private const double Width = 1000;
    private const double Height = 10;

    /// <summary>Writes the bar, without words.</summary>
    /// <param name="html">Receives it.</param>
    /// <param name="shares">The share of each range, in the order of <see cref="QualityBand.All"/>.</param>
    public static void Write(HtmlWriter html, double[] shares)
    {
        string words = string.Join(", ", Present(shares).Select(band => $"{QualityBand.All[band].Name} {PageNumber.Percentage(shares[band])}"));
        html.Open("svg", ("class", "quality-bar"), ("viewBox", $"0 0 {Width:0} {Height:0}"), ("preserveAspectRatio", "none"), ("role", "img"), ("aria-label", words));
        double left = 0;
        foreach (int band in Present(shares))
        {
            double width = shares[band] * Width;
            html.Open("rect", ("class", $"band-{band}"), ("x", Math.Round(left, 2)), ("width", Math.Round(width, 2)), ("height", Height)).Close("rect");
            left += width;
        }

        html.Close("svg");
    }

    /// <summary>Writes what the colours of the bar mean.</summary>
    /// <param name="html">Receives it.</param>
    /// <param name="shares">The share of each range.</param>
    public static void WriteLegend(HtmlWriter html, double[] shares)
    {
        html.Open("ul", ("class", "band-legend"));
        foreach (int band in Present(shares))
        {
            QualityBand range = QualityBand.All[band];
            html.Open("li", ("title", range.Words)).Open("span", ("class", $"swatch band-{band}")).Close("span");
            html.Text($"{range.Name} ").Element("b", PageNumber.Percentage(shares[band])).Close("li");
        }

        html.Close("ul");
    }

    /// <summary>Writes what the colours mean, with the lowest score of each.</summary>
    /// <param name="html">Receives it.</param>
    public static void WriteLegend(HtmlWriter html)
    {
        html.Open("ul", ("class", "band-legend"));
        for (int band = 0; band < QualityBand.All.Count; band++)
        {
            QualityBand range = QualityBand.All[band];
            string from = double.IsFinite(range.LeastScore)
                ? string.Create(CultureInfo.InvariantCulture, $"from {range.LeastScore}")
                : string.Create(CultureInfo.InvariantCulture, $"below {QualityBand.All[band - 1].LeastScore}");
            html.Open("li", ("title", range.Words)).Open("span", ("class", $"swatch band-{band}")).Close("span");
            html.Text($"{range.Name} {from}").Close("li");
        }

        html.Close("ul");
    }

    private static IEnumerable<int> Present(double[] shares) => Enumerable.Range(0, shares.Length).Where(band => shares[band] > 0);
}
