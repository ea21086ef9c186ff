using Vmaf.Engine.Models;
using Vmaf.Engine.Training;
using Xunit;

namespace Vmaf.Tests.Training;

public sealed class KernelInterpolationTests
{
    private const int Count = 400;

    [Fact]
    public void A_smooth_function_is_met_within_the_tolerance_with_few_centres()
    {
        (SampleMatrix samples, double[] values) = Samples();
        double[] importance = [.. Enumerable.Repeat(1.0, Count)];
        SupportVectorRegressor coarse = KernelInterpolation.Fit(samples, values, importance, gamma: 0.5, tolerance: 1e-2, maximumCentreCount: 100);
        SupportVectorRegressor fine = KernelInterpolation.Fit(samples, values, importance, gamma: 0.5, tolerance: 1e-6, maximumCentreCount: 100);
        Assert.InRange(LargestError(coarse, samples, values), 0, 1e-2);
        Assert.InRange(LargestError(fine, samples, values), 0, 1.1e-6);
        Assert.True(coarse.SupportVectorCount < fine.SupportVectorCount);
        Assert.InRange(fine.SupportVectorCount, 10, 60);
    }

    [Fact]
    public void The_number_of_centres_is_limited()
    {
        (SampleMatrix samples, double[] values) = Samples();
        SupportVectorRegressor fitted = KernelInterpolation.Fit(
            samples, values, [.. Enumerable.Repeat(1.0, Count)], gamma: 0.5, tolerance: 1e-9, maximumCentreCount: 7);
        Assert.Equal(7, fitted.SupportVectorCount);
    }

    [Fact]
    public void Importance_decides_where_the_fit_is_good()
    {
        (SampleMatrix samples, double[] values) = Samples();
        double[] importance = [.. Enumerable.Range(0, Count).Select(sample => sample < 20 ? 1000.0 : 1e-3)];
        SupportVectorRegressor fitted = KernelInterpolation.Fit(samples, values, importance, gamma: 0.5, tolerance: 1e-3, maximumCentreCount: 100);
        double[] predicted = new double[Count];
        fitted.Predict(samples.Values, Count, predicted);
        Assert.All(Enumerable.Range(0, 20), sample => Assert.Equal(values[sample], predicted[sample], 1e-6));
        Assert.InRange(fitted.SupportVectorCount, 1, 20);
    }

    [Fact]
    public void Samples_that_are_the_same_do_not_break_the_fit()
    {
        double[] rows = [0.5, 0.5, 0.5, 0.2];
        SupportVectorRegressor fitted = KernelInterpolation.Fit(
            new SampleMatrix(rows, 4, 1), [1, 1.1, 0.9, 2], [1, 1, 1, 1], gamma: 1, tolerance: 1e-9, maximumCentreCount: 4);
        Assert.Equal(2, fitted.SupportVectorCount);
    }

    private static double LargestError(SupportVectorRegressor regressor, SampleMatrix samples, double[] values)
    {
        double[] predicted = new double[values.Length];
        regressor.Predict(samples.Values, values.Length, predicted);
        return values.Zip(predicted, (a, b) => Math.Abs(a - b)).Max();
    }

    private static (SampleMatrix Samples, double[] Values) Samples()
    {
        var random = new Random(11);
        double[] rows = [.. Enumerable.Range(0, 2 * Count).Select(_ => random.NextDouble())];
        double[] values = [.. Enumerable.Range(0, Count).Select(sample => Math.Sin(2 * rows[sample]) * Math.Cos(rows[Count + sample]))];
        return (new SampleMatrix(rows, Count, 2), values);
    }
}
