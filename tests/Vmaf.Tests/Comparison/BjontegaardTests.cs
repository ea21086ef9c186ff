using Vmaf.Engine.Comparison;
using Vmaf.Engine.Errors;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Comparison;

public sealed class BjontegaardTests
{
    private static readonly RatePoint[] Anchor = [new(1358.24, 34.851), new(2486.44, 36.845), new(4593.60, 38.615), new(9487.76, 40.037)];
    private static readonly RatePoint[] Better = [new(1356.24, 34.987), new(2451.52, 36.970), new(4469.00, 38.651), new(9787.80, 40.121)];

    [Fact]
    public void Figures_are_those_of_an_independent_calculation()
    {
        // By a program of its own: the same definition of slopes, integrated by Simpson's rule over 200,000 intervals.
        BjontegaardDelta delta = BjontegaardCalculator.Compare("a", Anchor, "b", Better);
        Assert.Equal(-4.417485350582384, delta.RatePercent, 9);
        Assert.Equal(0.11969278542611633, delta.Quality!.Value, 9);
        Assert.Equal((34.987, 40.037), (delta.LowestScore, delta.HighestScore));
        Assert.Equal((40.037 - 34.987) / (40.121 - 34.851), delta.Overlap, 12);
    }

    [Theory]
    [InlineData(CurveFit.Pchip)]
    [InlineData(CurveFit.Cubic)]
    public void A_codec_that_takes_a_fifth_less_saves_a_fifth(CurveFit fit)
    {
        RatePoint[] cheaper = [.. Anchor.Select(point => point with { Bitrate = point.Bitrate * 0.8 })];
        BjontegaardDelta delta = BjontegaardCalculator.Compare("a", Anchor, "b", cheaper, fit);
        Assert.Equal(-20, delta.RatePercent, 8);
        Assert.True(delta.Quality > 0);
    }

    [Theory]
    [InlineData(CurveFit.Pchip)]
    [InlineData(CurveFit.Cubic)]
    public void A_codec_that_is_two_points_better_is_two_points_better(CurveFit fit)
    {
        RatePoint[] better = [.. Anchor.Select(point => point with { Score = point.Score + 2 })];
        Assert.Equal(2, BjontegaardCalculator.Compare("a", Anchor, "b", better, fit).Quality!.Value, 8);
    }

    [Theory]
    [InlineData(CurveFit.Pchip)]
    [InlineData(CurveFit.Cubic)]
    public void Sides_unit_and_order_of_points_change_nothing_but_the_sign(CurveFit fit)
    {
        BjontegaardDelta there = BjontegaardCalculator.Compare("a", Anchor, "b", Better, fit);
        BjontegaardDelta back = BjontegaardCalculator.Compare("b", Better, "a", Anchor, fit);
        Assert.Equal(1, (1 + (there.RatePercent / 100)) * (1 + (back.RatePercent / 100)), 10);
        Assert.Equal(there.Quality!.Value, -back.Quality!.Value, 10);
        BjontegaardDelta shuffled = BjontegaardCalculator.Compare("a", Bits(Anchor.Reverse()), "b", Bits(Better.Reverse()), fit);
        Assert.Equal(there.RatePercent, shuffled.RatePercent, 8);
        Assert.Equal(there.Quality.Value, shuffled.Quality!.Value, 8);
    }

    [Fact]
    public void Both_fits_agree_where_points_lie_on_a_straight_line()
    {
        RatePoint[] first = [.. Line(50, 10)];
        RatePoint[] second = [.. Line(52, 11)];
        BjontegaardDelta hermite = BjontegaardCalculator.Compare("a", first, "b", second);
        BjontegaardDelta polynomial = BjontegaardCalculator.Compare("a", first, "b", second, CurveFit.Cubic);
        Assert.Equal(hermite.RatePercent, polynomial.RatePercent, 8);
        Assert.Equal(hermite.Quality!.Value, polynomial.Quality!.Value, 8);

        // Along lines score = base + slope * log10(rate): the mean difference over the common rates.
        Assert.Equal(2 + ((11 - 10) * 3.5), hermite.Quality.Value, 8);
    }

    [Fact]
    public void Quality_is_missing_where_no_bitrate_is_common()
    {
        RatePoint[] far = [.. Anchor.Select(point => point with { Bitrate = point.Bitrate / 100 })];
        BjontegaardDelta delta = BjontegaardCalculator.Compare("a", Anchor, "b", far);
        Assert.Equal(-99, delta.RatePercent, 8);
        Assert.Null(delta.Quality);
    }

    [Fact]
    public void What_cannot_be_compared_is_an_error_that_says_why()
    {
        TestVideo.Fails(VmafErrorIds.CurveTooShort, () => BjontegaardCalculator.Compare("a", Anchor[..1], "b", Better));
        TestVideo.Fails(VmafErrorIds.CurveTooShort, () => BjontegaardCalculator.Compare("a", Anchor, "b", Better[..3], CurveFit.Cubic));
        RatePoint[] apart = [new(1000, 10), new(2000, 20)];
        Assert.Contains("34.851 to 40.037", TestVideo.Fails(VmafErrorIds.CurvesApart, () => BjontegaardCalculator.Compare("a", Anchor, "b", apart)).Message, StringComparison.Ordinal);
        RatePoint[] saturated = [.. Anchor, new(20000, 40.037)];
        VmafException error = TestVideo.Fails(VmafErrorIds.CurveNotMonotone, () => BjontegaardCalculator.Compare("a", saturated, "b", Better));
        Assert.Contains("20000", error.Message, StringComparison.Ordinal);
        RatePoint[] twice = [.. Anchor, Anchor[0]];
        error = TestVideo.Fails(VmafErrorIds.CurveNotMonotone, () => BjontegaardCalculator.Compare("a", twice, "b", Better));
        Assert.Contains("y4m", error.Remedy, StringComparison.Ordinal);
        TestVideo.Fails(VmafErrorIds.OptionInvalid, () => BjontegaardCalculator.Compare("a", [new(0, 1), new(1, 2)], "b", Better));
        TestVideo.Fails(VmafErrorIds.OptionInvalid, () => BjontegaardCalculator.Compare("a", [new(1, double.NaN), new(2, 2)], "b", Better));
    }

    private static IEnumerable<RatePoint> Bits(IEnumerable<RatePoint> points) => points.Select(point => point with { Bitrate = point.Bitrate * 1000 });

    private static IEnumerable<RatePoint> Line(double start, double slope) =>
        ((double[])[3, 3.3, 3.7, 4]).Select(log => new RatePoint(Math.Pow(10, log), start + (slope * log)));
}
