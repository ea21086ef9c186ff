using Vmaf.Engine.Models;

namespace Vmaf.Engine.Training;

/// <summary>Samples to train on: rows of (normalised) features, feature-major.</summary>
public sealed class SampleMatrix
{
    private readonly double[] _values;

    /// <summary>Takes samples.</summary>
    /// <param name="values">Feature f of sample r at f·<paramref name="sampleCount"/> + r. Not copied.</param>
    /// <param name="sampleCount">Number of samples, at least 1.</param>
    /// <param name="featureCount">Number of features, at least 1.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public SampleMatrix(double[] values, int sampleCount, int featureCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        if (values.Length != (long)sampleCount * featureCount)
        {
            throw new ArgumentException($"{sampleCount} samples of {featureCount} features: not {values.Length} numbers.", nameof(values));
        }

        _values = values;
        SampleCount = sampleCount;
        FeatureCount = featureCount;
    }

    /// <summary>Number of samples.</summary>
    public int SampleCount { get; }

    /// <summary>Number of features.</summary>
    public int FeatureCount { get; }

    /// <summary>All numbers, feature-major.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The features of one sample.</summary>
    /// <param name="sample">Index of the sample.</param>
    public double[] Row(int sample) =>
        [.. Enumerable.Range(0, FeatureCount).Select(feature => _values[(feature * SampleCount) + sample])];

    /// <summary>The kernel between one sample and all samples.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="sample">Index of the one sample.</param>
    /// <param name="output">Receives <see cref="SampleCount"/> values.</param>
    public void KernelRow(KernelParameters kernel, int sample, Span<double> output) =>
        new SupportVectorRegressor(kernel, FeatureCount, 0, [1], Row(sample)).Predict(_values, SampleCount, output);

    /// <summary>The regressor Σ cᵢ·k(x, xᵢ) − ρ over some of the samples.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="samples">Indices of the samples.</param>
    /// <param name="coefficients">cᵢ, in the same order.</param>
    /// <param name="offset">ρ.</param>
    public SupportVectorRegressor CreateRegressor(
        KernelParameters kernel,
        IReadOnlyList<int> samples,
        ReadOnlySpan<double> coefficients,
        double offset) =>
        new(kernel, FeatureCount, offset, coefficients, samples.SelectMany(Row).ToArray());
}
