using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Models;

/// <summary>
/// A trained support vector regressor f(x) = Σ cᵢ·k(x, sᵢ) − ρ over dense support vectors. Predictions have the same bits on every
/// processor tier, whatever the number of rows and a row's place among them (the sigmoid kernel uses the platform's tanh).
/// Instances are immutable and may be shared by threads.
/// </summary>
public sealed class SupportVectorRegressor
{
    /// <summary>Rows below which compiling the vector kernel costs more than it gives.</summary>
    private const int SmallBatch = 8;

    private readonly double[] _coefficients;
    private readonly double[] _supportVectors;
    private readonly RadialBasisSum? _radialBasisSum;

    /// <summary>Creates a regressor.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="featureCount">Features of a row, at least 1.</param>
    /// <param name="offset">ρ.</param>
    /// <param name="coefficients">cᵢ, one for each support vector.</param>
    /// <param name="supportVectors">sᵢ after one another, <paramref name="featureCount"/> numbers each.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    public SupportVectorRegressor(
        KernelParameters kernel,
        int featureCount,
        double offset,
        ReadOnlySpan<double> coefficients,
        ReadOnlySpan<double> supportVectors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel.Gamma, 0, nameof(kernel));
        ArgumentOutOfRangeException.ThrowIfLessThan(kernel.Degree, 0, nameof(kernel));
        if ((long)coefficients.Length * featureCount != supportVectors.Length)
        {
            throw new ArgumentException("There must be one coefficient for each support vector.", nameof(supportVectors));
        }

        Kernel = kernel;
        FeatureCount = featureCount;
        Offset = offset;
        _coefficients = coefficients.ToArray();
        _supportVectors = supportVectors.ToArray();
        _radialBasisSum = kernel.Function == KernelFunction.RadialBasis
            ? new RadialBasisSum(coefficients, supportVectors, featureCount, kernel.Gamma, offset)
            : null;
    }

    /// <summary>The kernel.</summary>
    public KernelParameters Kernel { get; }

    /// <summary>Features of a row.</summary>
    public int FeatureCount { get; }

    /// <summary>Number of support vectors.</summary>
    public int SupportVectorCount => _coefficients.Length;

    /// <summary>ρ, subtracted from the kernel sum.</summary>
    public double Offset { get; }

    /// <summary>The coefficient cᵢ of a support vector.</summary>
    /// <param name="index">Index of the support vector.</param>
    public double Coefficient(int index) => _coefficients[index];

    /// <summary>The features of a support vector.</summary>
    /// <param name="index">Index of the support vector.</param>
    public ReadOnlySpan<double> SupportVector(int index) => _supportVectors.AsSpan(index * FeatureCount, FeatureCount);

    /// <summary>Predicts many rows. Allocates nothing.</summary>
    /// <param name="rows">
    /// The (normalised) rows, feature-major: feature f of row r is at f·<paramref name="rowCount"/> + r. A row whose
    /// squared length is not finite gives NaN with the radial basis kernel.
    /// </param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="output">Receives one prediction a row.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> or <paramref name="output"/> is too short.</exception>
    public void Predict(ReadOnlySpan<double> rows, int rowCount, Span<double> output)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        if (rows.Length < (long)rowCount * FeatureCount)
        {
            throw new ArgumentException($"{rowCount} rows need {(long)rowCount * FeatureCount} numbers, not {rows.Length}.", nameof(rows));
        }

        if (output.Length < rowCount)
        {
            throw new ArgumentException($"{rowCount} rows need room for as many predictions, not {output.Length}.", nameof(output));
        }

        if (_radialBasisSum is not null)
        {
            _radialBasisSum.Predict(rows, rowCount, output, rowCount < SmallBatch ? SimdTier.Scalar : SimdTiers.Current);
        }
        else
        {
            PredictFromDotProducts(rows, rowCount, output);
        }
    }

    /// <summary>The kernels that VMAF's models do not use: plain loops.</summary>
    private void PredictFromDotProducts(ReadOnlySpan<double> rows, int rowCount, Span<double> output)
    {
        for (int row = 0; row < rowCount; row++)
        {
            double sum = 0;
            for (int index = 0; index < SupportVectorCount; index++)
            {
                ReadOnlySpan<double> vector = SupportVector(index);
                double dot = 0;
                for (int feature = 0; feature < vector.Length; feature++)
                {
                    dot += rows[(feature * rowCount) + row] * vector[feature];
                }

                sum += Coefficient(index) * OfDotProduct(dot);
            }

            output[row] = sum - Offset;
        }
    }

    private double OfDotProduct(double dot) => Kernel.Function switch
    {
        KernelFunction.Linear => dot,
        KernelFunction.Polynomial => IntegerPower((Kernel.Gamma * dot) + Kernel.ConstantTerm, Kernel.Degree),
        _ => Math.Tanh((Kernel.Gamma * dot) + Kernel.ConstantTerm),
    };

    /// <summary>Repeated squaring, lowest bit of the exponent first.</summary>
    private static double IntegerPower(double value, int exponent)
    {
        double power = 1;
        for (int bits = exponent; bits > 0; bits >>= 1)
        {
            if ((bits & 1) != 0)
            {
                power *= value;
            }

            value *= value;
        }

        return power;
    }
}
