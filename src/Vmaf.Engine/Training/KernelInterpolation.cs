using Vmaf.Engine.Models;

namespace Vmaf.Engine.Training;

/// <summary>
/// Fits Σ cᵢ·k(x, xᵢ) − ρ to the values of a smooth function at many samples, with centres chosen from these samples one by one: always
/// the one where the fit so far is worst. The fit goes through the centres exactly. Source: the Newton basis of S. Müller and
/// R. Schaback, "A Newton basis for kernel spaces", J. Approx. Theory 161 (2009), which is a pivoted Cholesky factorisation and stays
/// well-conditioned where the kernel matrix does not.
/// </summary>
public sealed class KernelInterpolation
{
    /// <summary>A sample whose squared power function is less is numerically the same as the centres.</summary>
    private const double LeastPower = 1e-12;

    private readonly SampleMatrix _samples;
    private readonly KernelParameters _kernel;
    private readonly double[] _residuals;
    private readonly double[] _powers;
    private readonly List<double[]> _basis = [];
    private readonly List<double> _weights = [];
    private readonly List<int> _centres = [];

    private KernelInterpolation(SampleMatrix samples, ReadOnlySpan<double> values, KernelParameters kernel, double offset)
    {
        _samples = samples;
        _kernel = kernel;
        _residuals = new double[values.Length];
        _powers = new double[values.Length];
        for (int sample = 0; sample < values.Length; sample++)
        {
            _residuals[sample] = values[sample] + offset;
            _powers[sample] = 1;
        }
    }

    /// <summary>Fits a regressor.</summary>
    /// <param name="samples">The samples, which are also the candidates for centres.</param>
    /// <param name="values">The function's value at each sample.</param>
    /// <param name="importance">What each sample's error counts, positive.</param>
    /// <param name="gamma">γ of the radial basis kernel.</param>
    /// <param name="tolerance">The largest weighted error at a sample that is let be.</param>
    /// <param name="maximumCentreCount">The most centres to choose.</param>
    /// <returns>The regressor; its error at a sample is above the tolerance only if there were too few centres.</returns>
    /// <exception cref="ArgumentException">Samples, values and importances differ in number.</exception>
    public static SupportVectorRegressor Fit(
        SampleMatrix samples,
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> importance,
        double gamma,
        double tolerance,
        int maximumCentreCount)
    {
        if (values.Length != samples.SampleCount || importance.Length != samples.SampleCount)
        {
            throw new ArgumentException("There must be one value and one importance for each sample.", nameof(values));
        }

        double offset = 0;
        foreach (double value in values)
        {
            offset -= value / values.Length;
        }

        var kernel = new KernelParameters(KernelFunction.RadialBasis, gamma);
        var fit = new KernelInterpolation(samples, values, kernel, offset);
        while (fit._centres.Count < maximumCentreCount && fit.WorstSample(importance, tolerance) is { } centre)
        {
            fit.AddCentre(centre);
        }

        return samples.CreateRegressor(kernel, fit._centres, fit.Coefficients(), offset);
    }

    private int? WorstSample(ReadOnlySpan<double> importance, double tolerance)
    {
        int? worst = null;
        double most = tolerance;
        for (int sample = 0; sample < _residuals.Length; sample++)
        {
            double error = Math.Abs(_residuals[sample]) * importance[sample];
            if (error > most && _powers[sample] > LeastPower)
            {
                most = error;
                worst = sample;
            }
        }

        return worst;
    }

    /// <summary>Orthonormalises the kernel at a new centre against the basis, and takes its part off the residuals.</summary>
    private void AddCentre(int centre)
    {
        double[] function = new double[_residuals.Length];
        _samples.KernelRow(_kernel, centre, function);
        foreach (double[] earlier in _basis)
        {
            double part = earlier[centre];
            for (int sample = 0; sample < function.Length; sample++)
            {
                function[sample] -= part * earlier[sample];
            }
        }

        double norm = Math.Sqrt(_powers[centre]);
        double weight = _residuals[centre] / norm;
        for (int sample = 0; sample < function.Length; sample++)
        {
            function[sample] /= norm;
            _powers[sample] -= function[sample] * function[sample];
            _residuals[sample] -= weight * function[sample];
        }

        _powers[centre] = 0;
        _basis.Add(function);
        _weights.Add(weight);
        _centres.Add(centre);
    }

    /// <summary>From weights in the orthonormal basis back to kernel coefficients: a triangular system.</summary>
    private double[] Coefficients()
    {
        double[] coefficients = new double[_centres.Count];
        for (int row = coefficients.Length - 1; row >= 0; row--)
        {
            double rest = _weights[row];
            for (int column = row + 1; column < coefficients.Length; column++)
            {
                rest -= _basis[row][_centres[column]] * coefficients[column];
            }

            coefficients[row] = rest / _basis[row][_centres[row]];
        }

        return coefficients;
    }
}
