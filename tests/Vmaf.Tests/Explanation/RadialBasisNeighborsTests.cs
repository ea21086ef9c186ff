using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Explanation;

[Trait("Suite", "Kernel")]
public sealed class RadialBasisNeighborsTests
{
    [Theory]
    [InlineData(6, 211, 0.04, 1.0)]
    [InlineData(4, 215, 0.035, 1.0)]
    [InlineData(1, 3, 0.04, 1.0)]
    [InlineData(13, 50, 0.02, 0.5)]
    [InlineData(6, 40, 0.85, 1.0)]
    [InlineData(6, 40, 0.04, 5.0)]
    [InlineData(6, 40, 0.04, 400.0)]
    [InlineData(2, 1, 0.5, 2.0)]
    [InlineData(3, 7, 0.0, 1.0)]
    public void Neighbours_get_the_regressors_answer(int featureCount, int supportVectorCount, double gamma, double deviation)
    {
        const int RowCount = 96;
        SupportVectorRegressor regressor = SyntheticRegressor.Create(featureCount, supportVectorCount, gamma);
        double[] offsets = SyntheticRegressor.Offsets(featureCount, RowCount, deviation);
        foreach (double place in new[] { 0.5, 0, 1.5, -30, 1e6 })
        {
            double[] center = [.. Enumerable.Repeat(place, featureCount)];
            double[] responses = new double[RowCount];

            new RadialBasisNeighbors(regressor).Evaluate(center, offsets, RowCount, responses);

            double[] expected = SyntheticRegressor.Exact(regressor, center, offsets, RowCount);
            Assert.All(responses.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-11));
        }
    }

    [Fact]
    public void A_row_has_the_same_bits_wherever_it_stands()
    {
        SupportVectorRegressor regressor = SyntheticRegressor.Create(6, 100);
        var neighbors = new RadialBasisNeighbors(regressor);
        double[] center = [0.2, 0.4, 0.6, 0.8, 0.1, 0.9];
        double[] offsets = SyntheticRegressor.Offsets(6, 64, 2.5);
        double[] reversed = [.. Enumerable.Range(0, 6).SelectMany(feature => offsets.Skip(feature * 64).Take(64).Reverse())];
        double[] responses = new double[64];
        double[] reversedResponses = new double[64];

        neighbors.Evaluate(center, offsets, 64, responses);
        neighbors.Evaluate(center, reversed, 64, reversedResponses);

        Assert.Equal(responses, reversedResponses.Reverse());
    }

    [Fact]
    public void Bits_are_the_same_on_every_tier()
    {
        // Recorded from this code; each tier must give it.
        SupportVectorRegressor regressor = SyntheticRegressor.Create(6, 100);
        double[] offsets = [.. Enumerable.Range(0, 6 * 32).Select(index => ((index * 37 % 64) - 32) / 16.0)];
        double[] responses = new double[32];

        new RadialBasisNeighbors(regressor).Evaluate([0.2, 0.4, 0.6, 0.8, 0.1, 0.9], offsets, 32, responses);

        ulong hash = responses.Aggregate(0UL, (sum, value) => (sum * 31) + BitConverter.DoubleToUInt64Bits(value));
        Assert.Equal(5803595538821493174UL, hash);
    }

    [Fact]
    public void Values_that_are_no_numbers_stay_in_their_row()
    {
        SupportVectorRegressor regressor = SyntheticRegressor.Create(2, 10);
        double[] offsets = new double[2 * 32];
        offsets[3] = double.NaN;
        offsets[37] = double.PositiveInfinity;
        double[] responses = new double[32];

        new RadialBasisNeighbors(regressor).Evaluate([0.5, 0.5], offsets, 32, responses);

        Assert.Equal([3, 5], Enumerable.Range(0, 32).Where(row => double.IsNaN(responses[row])));
    }

    [Fact]
    public void Other_kernels_go_through_the_regressor()
    {
        SupportVectorRegressor regressor = SyntheticRegressor.Create(3, 9, 0.1, KernelFunction.Polynomial);
        double[] offsets = SyntheticRegressor.Offsets(3, 32, 1);
        double[] responses = new double[32];

        INeighborResponse response = RegressorNeighbors.For(regressor);
        response.Evaluate([0.1, 0.2, 0.3], offsets, 32, responses);

        Assert.Equal(SyntheticRegressor.Exact(regressor, [0.1, 0.2, 0.3], offsets, 32), responses);
        Assert.Throws<ArgumentException>(() => new RadialBasisNeighbors(regressor));
    }

    [Theory]
    [InlineData(2, 32, 33)]
    [InlineData(3, 32, 32)]
    [InlineData(2, 31, 31)]
    public void Buffers_that_do_not_fit_are_refused(int centerLength, int responseLength, int rowCount)
    {
        var neighbors = new RadialBasisNeighbors(SyntheticRegressor.Create(2, 5));
        Assert.Throws<ArgumentException>(
            () => neighbors.Evaluate(new double[centerLength], new double[64], rowCount, new double[responseLength]));
    }

    [Fact]
    public void The_narrow_exponential_keeps_its_promise()
    {
        for (double u = -NarrowExponential.Limit; u <= NarrowExponential.Limit; u += 1.0 / 4096)
        {
            double relativeError = (NarrowExponential.Evaluate(u + NarrowExponential.Shift) * NarrowExponential.Scale / Math.Exp(u)) - 1;
            Assert.InRange(relativeError, -4e-14, 4e-14);
        }
    }

    [Fact]
    public void All_support_vectors_are_inside_the_ball()
    {
        SupportVectorRegressor regressor = SyntheticRegressor.Create(4, 60);
        double[] center = EnclosingBall.Center(regressor, out double radius);
        Assert.All(Enumerable.Range(0, 60), index => Assert.True(Distance(center, regressor.SupportVector(index)) <= radius));
        Assert.InRange(radius, 0.5, 1.0);

        static double Distance(double[] a, ReadOnlySpan<double> b)
        {
            double sum = 0;
            for (int index = 0; index < a.Length; index++)
            {
                sum += (a[index] - b[index]) * (a[index] - b[index]);
            }

            return Math.Sqrt(sum);
        }
    }
}
