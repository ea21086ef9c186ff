using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Xunit;

namespace Vmaf.Tests.Explanation;

[Trait("Suite", "Kernel")]
public sealed class WeightedRidgeTests
{
    [Fact]
    public void A_tiny_ridge_is_solved_exactly()
    {
        WeightedMoments moments = Moments([[0, 1, 0, 1], [0, 0, 1, 1]], [0, 1, 2, 4], [1, 0.5, 0.5, 0.25]);
        double[] slopes = new double[2];

        (double intercept, _) = WeightedRidge.Fit(moments, 2, 1, slopes);

        Assert.Equal(4.0 / 9, slopes[0], 1e-14);
        Assert.Equal(7.0 / 9, slopes[1], 1e-14);
        Assert.Equal(0.7037037037, intercept, 1e-10);
    }

    [Fact]
    public void A_linear_function_is_found_and_fully_explained()
    {
        double[][] features = [.. Enumerable.Range(0, 5).Select(feature => Enumerable.Range(0, 100).Select(row => Math.Sin((row * (feature + 1)) + feature)).ToArray())];
        double[] responses = [.. Enumerable.Range(0, 100).Select(row => 3 + Enumerable.Range(0, 5).Sum(feature => (feature - 2.5) * features[feature][row]))];
        double[] slopes = new double[5];

        (double intercept, double explained) =
            WeightedRidge.Fit(Moments(features, responses, [.. Enumerable.Range(0, 100).Select(row => 0.1 + (row % 7))]), 5, 0, slopes);

        Assert.All(Enumerable.Range(0, 5), feature => Assert.Equal(feature - 2.5, slopes[feature], 1e-12));
        Assert.Equal(3, intercept, 1e-12);
        Assert.Equal(1, explained, 1e-12);
    }

    [Fact]
    public void A_constant_response_has_no_slopes()
    {
        double[] slopes = new double[1];
        (double intercept, double explained) = WeightedRidge.Fit(Moments([[1, 2, 3]], [5, 5, 5], [1, 1, 1]), 1, 1, slopes);
        Assert.Equal((5, 1, 0), (intercept, explained, slopes[0]));
    }

    [Fact]
    public void Too_few_rows_without_a_penalty_are_refused()
    {
        WeightedMoments moments = Moments([[1, 2], [3, 5]], [1, 2], [1, 1]);
        var error = Assert.Throws<VmafException>(() => WeightedRidge.Fit(moments, 2, 0, new double[2]));
        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
    }

    private static WeightedMoments Moments(double[][] features, double[] responses, double[] weights)
    {
        int rowCount = NeighborBlock.Padded(responses.Length);
        var moments = new WeightedMoments(features.Length + 1);
        moments.Add([.. features.Append(responses).SelectMany(Pad)], rowCount, Pad(weights));
        return moments;

        double[] Pad(double[] column) => [.. column, .. new double[rowCount - column.Length]];
    }
}
