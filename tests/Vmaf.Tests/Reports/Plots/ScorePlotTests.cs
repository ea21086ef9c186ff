using System.Globalization;
using System.Xml.Linq;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Plots;
using Xunit;

namespace Vmaf.Tests.Reports.Plots;

public sealed class ScorePlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_drawing_has_a_line_and_a_legend_for_each_result()
    {
        XElement plot = Draw(
            PresentedResult.FromReport(SampleResults.Wandering(50), "a <b> & c\0.y4m"), PresentedResult.FromReport(SampleResults.Wandering(30, offset: -20), "second"));

        Assert.Equal(2, plot.Elements(Svg + "path").Count());
        string[] texts = [.. plot.Elements(Svg + "text").Select(text => text.Value)];
        Assert.Contains(texts, text => text.StartsWith("a <b> & c\uFFFD.y4m: mean 8", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("second: mean 6", StringComparison.Ordinal));
        Assert.Contains("frame", texts);
        double width = (double)plot.Attribute("width")!;
        double height = (double)plot.Attribute("height")!;
        foreach ((double x, double y) in plot.Elements(Svg + "path").SelectMany(Points))
        {
            Assert.InRange(x, 0, width);
            Assert.InRange(y, 0, height);
        }
    }

    [Fact]
    public void Values_are_placed_in_proportion()
    {
        (double X, double Y)[] points = [.. Points(Draw(PresentedResult.FromReport(SampleResults.WithScores(50, 60, 70))).Element(Svg + "path")!)];

        Assert.Equal(3, points.Length);
        Assert.Equal(points[1].X - points[0].X, points[2].X - points[1].X, 0.02);
        Assert.Equal(points[0].Y - points[1].Y, points[1].Y - points[2].Y, 0.02);
        Assert.True(points[0].Y > points[2].Y);
    }

    [Fact]
    public void A_gap_parts_the_line()
    {
        string data = (string)Draw(PresentedResult.FromReport(SampleResults.WithScores(50, 60, double.NaN, 70, 80))).Element(Svg + "path")!.Attribute("d")!;
        Assert.Equal(2, data.Count(letter => letter == 'M'));
    }

    [Fact]
    public void A_long_film_keeps_its_peaks_and_not_its_size()
    {
        double[] scores = [.. Enumerable.Repeat(90.0, 100_000)];
        scores[54_321] = 10;

        XElement plot = Draw(PresentedResult.FromReport(SampleResults.WithScores(scores)));

        (double X, double Y)[] points = [.. Points(plot.Element(Svg + "path")!)];
        Assert.InRange(points.Length, 500, 2500);
        Assert.Equal(1, points.Count(point => point.Y > points[0].Y + 50));
    }

    [Theory]
    [InlineData(0, 100, 5, 20)]
    [InlineData(83.1, 87.4, 5, 1)]
    [InlineData(0, 0.7, 5, 0.2)]
    public void Ticks_are_round(double low, double high, int most, double step)
    {
        Assert.Equal(step, AxisTicks.Step(high - low, most), 1e-12);
        Assert.All(AxisTicks.Between(low, high, step), tick => Assert.InRange(tick, low - 1e-9, high + 1e-9));
        (double widenedLow, double widenedHigh) = AxisTicks.Widen(low, high, 1e-3);
        Assert.True(widenedLow <= low && widenedHigh >= high);
    }

    [Fact]
    public void Without_a_score_there_is_nothing_to_draw()
    {
        var error = Assert.Throws<VmafException>(() => Draw(PresentedResult.FromReport(SampleResults.WithoutScores())));
        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
    }

    [Fact]
    public void The_same_results_make_the_same_bytes_under_every_culture()
    {
        string expected = Text();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(expected, Text());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string Text()
        {
            using var writer = new StringWriter();
            ReportWriter.Write(SampleResults.Wandering(2000), writer, ReportFormat.Svg);
            return writer.ToString();
        }
    }

    private static XElement Draw(params PresentedResult[] results)
    {
        using var writer = new StringWriter();
        ScorePlot.Write(results, writer);
        return XElement.Parse(writer.ToString());
    }

    private static IEnumerable<(double X, double Y)> Points(XElement path) =>
        ((string)path.Attribute("d")!)
        .Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries)
        .Select(point => point.Split(' '))
        .Select(point => (double.Parse(point[0], CultureInfo.InvariantCulture), double.Parse(point[1], CultureInfo.InvariantCulture)));
}
