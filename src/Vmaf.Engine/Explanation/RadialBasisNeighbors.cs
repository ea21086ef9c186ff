using System.Buffers;
using System.Runtime.CompilerServices;
using Vmaf.Engine.Models;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// A radial basis regressor evaluated at many points around a centre. With row r, offset n and a fixed origin c,
/// Σ aᵢ·exp(−γ|r + n − sᵢ|²) = exp(−γ|n|² − 2γ n·(r − c)) · Σ [aᵢ·exp(−γ|r − sᵢ|²)] · exp(2γ n·(sᵢ − c)):
/// what stands in brackets is computed once a centre, and the last exponent is so small that a polynomial will do. Where an offset
/// is too long for that, the regressor itself is asked.
/// </summary>
internal sealed unsafe class RadialBasisNeighbors : INeighborResponse
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>Largest exponent outside the sum; far from overflow.</summary>
    private const double OuterExponentLimit = 300;

    private readonly SupportVectorRegressor _regressor;
    private readonly double[] _origin;
    private readonly double _largestSquaredOffset;

    // Per support vector: a place for its weight at a centre, then 2γ(sᵢ − c).
    private readonly double[] _packed;
    private readonly RadialBasisTiles _tiles;

    /// <summary>Prepares a regressor with a radial basis kernel.</summary>
    public RadialBasisNeighbors(SupportVectorRegressor regressor)
    {
        if (regressor.Kernel.Function != KernelFunction.RadialBasis)
        {
            throw new ArgumentException("The kernel must be the radial basis.", nameof(regressor));
        }

        _regressor = regressor;
        double gamma = regressor.Kernel.Gamma;
        _origin = EnclosingBall.Center(regressor, out double radius);
        _packed = new double[regressor.SupportVectorCount * (FeatureCount + 1)];
        for (int index = 0; index < regressor.SupportVectorCount; index++)
        {
            ReadOnlySpan<double> vector = regressor.SupportVector(index);
            for (int feature = 0; feature < FeatureCount; feature++)
            {
                _packed[(index * (FeatureCount + 1)) + 1 + feature] = 2 * gamma * (vector[feature] - _origin[feature]);
            }
        }

        _tiles = new RadialBasisTiles(FeatureCount, _packed.Length, -gamma * Log2E, regressor.Offset);

        // |2γ n·(sᵢ − c)| ≤ 2γ·|n|·radius, and γ|n|² must stay small too. A little less, for the rounding of |n|².
        double innerLimit = NarrowExponential.Limit / (2 * gamma * radius);
        _largestSquaredOffset = Math.Min(innerLimit * innerLimit, OuterExponentLimit / (2 * gamma)) * (1 - 1e-9);
    }

    /// <inheritdoc/>
    public int FeatureCount => _regressor.FeatureCount;

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses)
    {
        NeighborBlock.Check(FeatureCount, center, offsets, rowCount, responses);
        int width = FeatureCount + 1;
        double[] packed = ArrayPool<double>.Shared.Rent(_packed.Length);
        double[] squares = ArrayPool<double>.Shared.Rent(rowCount);
        try
        {
            _packed.CopyTo(packed, 0);
            double gamma = _regressor.Kernel.Gamma;
            for (int index = 0; index < _regressor.SupportVectorCount; index++)
            {
                double exponent = -gamma * Log2E * SquaredDistance(center, _regressor.SupportVector(index));
                packed[index * width] = _regressor.Coefficient(index) * NarrowExponential.Scale * PowerOfTwo.Evaluate(exponent);
            }

            fixed (double* vectors = packed)
            fixed (double* rows = offsets)
            fixed (double* squarePointer = squares)
            fixed (double* target = responses)
            {
                double* outer = stackalloc double[FeatureCount];
                double outerSquared = 0;
                for (int feature = 0; feature < FeatureCount; feature++)
                {
                    outer[feature] = -2 * gamma * Log2E * (center[feature] - _origin[feature]);
                    outerSquared += outer[feature] * outer[feature];
                }

                double largest = double.Sqrt(outerSquared * _largestSquaredOffset) < OuterExponentLimit ? _largestSquaredOffset : 0;
                _tiles.Evaluate(vectors, outer, rows, rowCount, squarePointer, target);
                EvaluateFar(largest, center, offsets, rowCount, squares, responses);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(packed);
            ArrayPool<double>.Shared.Return(squares);
        }
    }

    /// <summary>Asks the regressor itself about the rows whose offset is too long.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private void EvaluateFar(
        double largestSquare,
        ReadOnlySpan<double> center,
        ReadOnlySpan<double> offsets,
        int rowCount,
        ReadOnlySpan<double> squares,
        Span<double> responses)
    {
        int count = 0;
        foreach (double square in squares[..rowCount])
        {
            count += square <= largestSquare ? 0 : 1;
        }

        if (count == 0)
        {
            return;
        }

        double[] far = ArrayPool<double>.Shared.Rent(count * (FeatureCount + 1));
        int[] places = ArrayPool<int>.Shared.Rent(count);
        try
        {
            int next = 0;
            for (int row = 0; row < rowCount; row++)
            {
                if (!(squares[row] <= largestSquare))
                {
                    places[next++] = row;
                }
            }

            for (int feature = 0; feature < FeatureCount; feature++)
            {
                for (int index = 0; index < count; index++)
                {
                    far[(feature * count) + index] = center[feature] + offsets[(feature * rowCount) + places[index]];
                }
            }

            Span<double> predicted = far.AsSpan(count * FeatureCount, count);
            _regressor.Predict(far.AsSpan(0, count * FeatureCount), count, predicted);
            for (int index = 0; index < count; index++)
            {
                responses[places[index]] = predicted[index];
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(far);
            ArrayPool<int>.Shared.Return(places);
        }
    }

    private static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int index = 0; index < a.Length; index++)
        {
            double difference = a[index] - b[index];
            sum += difference * difference;
        }

        return sum;
    }
}
