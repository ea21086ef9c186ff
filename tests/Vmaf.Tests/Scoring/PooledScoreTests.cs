using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Scoring;

public class PooledScoreTests
{
    /// <summary>The vectors that the Netflix harness tests its pooling with (python/test/tools_test.py).</summary>
    [Fact]
    public void Pools_as_the_harness_does()
    {
        PooledScore pooled = PooledScore.FromValues([1, 2, 3, 4, 5, 11, 12, 13, 14, 15]);

        Assert.Equal(10, pooled.FrameCount);
        Assert.Equal(8, pooled.Mean);
        Assert.Equal(4.5223, pooled.HarmonicMean!.Value, 1e-4);
        Assert.Equal(8, pooled.Median);
        Assert.Equal(1, pooled.Min);
        Assert.Equal(15, pooled.Max);
        Assert.Equal(1.09, pooled.P1!.Value, 1e-12);
        Assert.Equal(1.45, pooled.P5!.Value, 1e-12);
        Assert.Equal(1.90, pooled.P10!.Value, 1e-12);
        Assert.Equal(2.80, pooled.P20!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(27), pooled.StandardDeviation!.Value, 1e-12);
    }

    [Fact]
    public void One_value_is_all_statistics()
    {
        PooledScore pooled = PooledScore.FromValues([42]);

        Assert.All(
            new[] { pooled.Mean, pooled.Min, pooled.Max, pooled.Median, pooled.P1, pooled.P20 }, value => Assert.Equal(42, value));
        Assert.Equal(42, pooled.HarmonicMean!.Value, 1e-9);
        Assert.Equal(0, pooled.StandardDeviation);
    }

    [Fact]
    public void Zeros_do_not_decide_the_harmonic_mean_alone() =>
        Assert.Equal(1 / ((1 + 0.5) / 2) - 1, PooledScore.FromValues([0, 1]).HarmonicMean!.Value, 1e-12);

    [Fact]
    public void NaN_leaves_what_libvmaf_leaves()
    {
        PooledScore pooled = PooledScore.FromValues([1, double.NaN, 3]);

        Assert.Null(pooled.Mean);
        Assert.Null(pooled.HarmonicMean);
        Assert.Null(pooled.Median);
        Assert.Equal(1, pooled.Min);
        Assert.Equal(3, pooled.Max);
    }

    [Fact]
    public void Infinity_leaves_the_statistics_that_it_does_not_reach()
    {
        PooledScore pooled = PooledScore.FromValues([1, 2, 3, double.PositiveInfinity]);

        Assert.Null(pooled.Mean);
        Assert.Null(pooled.Max);
        Assert.Equal(1, pooled.Min);
        Assert.Equal(2.5, pooled.Median);
    }

    [Fact]
    public void No_value_gives_no_statistic()
    {
        PooledScore pooled = PooledScore.FromValues([]);

        Assert.Equal(0, pooled.FrameCount);
        Assert.Null(pooled.Mean);
        Assert.Null(pooled.Min);
        Assert.Null(pooled.P10);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2.5, 3.475)]
    [InlineData(25, 25.75)]
    [InlineData(100, 100)]
    public void Any_percentile_is_linear_between_neighbours(double percent, double expected) =>
        Assert.Equal(expected, PooledScore.PercentileOf(Enumerable.Range(1, 100).Reverse().Select(value => (double)value), percent)!.Value, 12);

    [Fact]
    public void Percentiles_of_nothing_are_nothing() => Assert.Null(PooledScore.PercentileOf([], 50));
}
