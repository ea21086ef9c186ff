using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class ScoreTransformTests
{
    private static readonly ScoreTransform Phone = new() { P0 = 1.70674692, P1 = 1.72643844, P2 = -0.00705305, RaisesToInput = true };

    [Theory]
    [InlineData(0, 1.70674692)]
    [InlineData(20, 33.41429572)]
    [InlineData(50, 70.39604392)]
    [InlineData(76.66783025, 92.61151723)]
    [InlineData(90, 99.95650152)]
    [InlineData(100, 103.82009092)]
    [InlineData(110, 110)]
    public void Default_transform_is_the_harnesss(double score, double expected) => Assert.Equal(expected, Phone.Apply(score), 5e-9);

    [Fact]
    public void Missing_coefficients_count_as_zero_and_none_at_all_as_no_polynomial()
    {
        Assert.Equal(40, new ScoreTransform { P0 = 40 }.Apply(7));
        Assert.Equal(14, new ScoreTransform { P1 = 2 }.Apply(7));
        Assert.Equal(24.5, new ScoreTransform { P2 = 0.5 }.Apply(7));
        Assert.Equal(7, new ScoreTransform().Apply(7));
    }

    [Fact]
    public void Rectification_is_against_the_score_that_came_in()
    {
        Assert.Equal(7, new ScoreTransform { P0 = 40, P1 = 1, LimitsToInput = true }.Apply(7));
        Assert.Equal(-33, new ScoreTransform { P0 = -40, P1 = 1, LimitsToInput = true }.Apply(7));
        Assert.Equal(7, new ScoreTransform { P0 = -40, P1 = 1, RaisesToInput = true }.Apply(7));
        Assert.Equal(7, new ScoreTransform { P0 = -40, P1 = 1, RaisesToInput = true, LimitsToInput = true }.Apply(7));
    }

    [Theory]
    [InlineData(-10, -49.96)] // beyond the first knot, the first segment goes on
    [InlineData(0, -36.66)]
    [InlineData(45, 23.19)]
    [InlineData(90, 83.04)]
    [InlineData(92.5, 89.02)]
    [InlineData(95, 95)]
    [InlineData(100, 100)]
    [InlineData(140, 140)]
    public void Knots_make_a_line_that_goes_on_beyond_its_ends(double x, double expected)
    {
        var map = new PiecewiseLinearMap([(0, -36.66), (90, 83.04), (95, 95), (100, 100)]);
        Assert.Equal(expected, map.Apply(x), 1e-11);
    }

    [Theory]
    [InlineData(-5, 10)]
    [InlineData(5, 10)]
    [InlineData(20, 20)]
    [InlineData(35, 30)]
    [InlineData(50, 30)]
    public void Flat_end_segments_go_on_flat(double x, double expected) =>
        Assert.Equal(expected, new PiecewiseLinearMap([(0, 10), (10, 10), (30, 30), (40, 30)]).Apply(x), 1e-12);

    [Fact]
    public void Knots_must_increase()
    {
        Assert.Throws<ArgumentException>(() => new PiecewiseLinearMap([(0, 0)]));
        Assert.Throws<ArgumentException>(() => new PiecewiseLinearMap([(0, 0), (0, 1)]));
        Assert.Throws<ArgumentException>(() => new PiecewiseLinearMap([(0, 1), (1, 0)]));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(55, 55)]
    [InlineData(111, 110)]
    [InlineData(double.NaN, double.NaN)]
    public void Range_limits(double score, double expected) => Assert.Equal(expected, new ScoreRange(0, 110).Clip(score));

    [Fact]
    public void Bootstrap_deviation_vanishes_where_the_clip_saturates()
    {
        var range = new ScoreRange(0, 100);
        BootstrapScore free = BootstrapScore.FromMembers([50, 52, 54], range.Clip);
        Assert.Equal(52, free.Bagging, 1e-12);
        Assert.Equal(Math.Sqrt(8 / 3.0), free.StandardDeviation, 1e-9);
        Assert.Equal(50.1, free.ConfidenceLow, 1e-12);
        Assert.Equal(53.9, free.ConfidenceHigh, 1e-12);
        BootstrapScore saturated = BootstrapScore.FromMembers([150, 152, 154], range.Clip);
        Assert.Equal(new BootstrapScore(100, 0, 100, 100), saturated);
    }
}
