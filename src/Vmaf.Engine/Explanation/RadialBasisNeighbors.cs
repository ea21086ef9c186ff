using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
    private const int RegistersPerTile = 4;
    private const double Log2E = 1.4426950408889634;

    /// <summary>Largest exponent outside the sum; far from overflow.</summary>
    private const double OuterExponentLimit = 300;

    private readonly SupportVectorRegressor _regressor;
    private readonly double[] _origin;
    private readonly double _largestSquaredOffset;

    // Per support vector: a place for its weight at a centre, then 2γ(sᵢ − c).
    private readonly double[] _packed;

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
                SumAll(vectors, outer, rows, rowCount, squarePointer, target);
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

    private void SumAll(double* vectors, double* outer, double* rows, int rowCount, double* squares, double* responses)
    {
        switch (SimdTiers.Current)
        {
            case SimdTier.Avx512:
                SumTiles<Width512, Vector512<byte>>(vectors, outer, rows, rowCount, squares, responses);
                break;
            case SimdTier.Avx2:
                SumTiles<Width256, Vector256<byte>>(vectors, outer, rows, rowCount, squares, responses);
                break;
            case SimdTier.Vector128:
                SumTiles<Width128, Vector128<byte>>(vectors, outer, rows, rowCount, squares, responses);
                break;
            default:
                SumRows(vectors, outer, rows, rowCount, squares, responses);
                break;
        }
    }

    private void SumTiles<TWidth, V>(double* vectors, double* outer, double* rows, int rowCount, double* squares, double* responses)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        for (int row = 0; row < rowCount; row += RegistersPerTile * lanes)
        {
            SumTile<TWidth, V>(vectors, rows + row, rowCount, responses + row);
            for (int register = 0; register < RegistersPerTile; register++)
            {
                int first = row + (register * lanes);
                FinishRegister<TWidth, V>(outer, rows + first, rowCount, squares + first, responses + first);
            }
        }
    }

    /// <summary>The sums over the support vectors. Lanes are rows; four registers of them hide the latency of the polynomial.</summary>
    // Inlined, its loop would lose registers to the code around it; and it is hot from the first call on.
    [MethodImpl(MethodImplOptions.NoInlining | JitHint.FullyAtOnce)]
    private void SumTile<TWidth, V>(double* vectors, double* rows, int rowPitch, double* sums)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        int featureCount = FeatureCount;
        V shift = TWidth.BroadcastDouble(NarrowExponential.Shift);
        V sum0 = TWidth.Zero();
        V sum1 = TWidth.Zero();
        V sum2 = TWidth.Zero();
        V sum3 = TWidth.Zero();
        double* end = vectors + _packed.Length;
        while (vectors < end)
        {
            V weight = TWidth.BroadcastDouble(*vectors++);
            V dot0 = shift;
            V dot1 = shift;
            V dot2 = shift;
            V dot3 = shift;
            double* column = rows;
            for (int feature = 0; feature < featureCount; feature++, column += rowPitch)
            {
                V component = TWidth.BroadcastDouble(*vectors++);
                dot0 = TWidth.MultiplyAddDouble(component, TWidth.Load(column), dot0);
                dot1 = TWidth.MultiplyAddDouble(component, TWidth.Load(column + lanes), dot1);
                dot2 = TWidth.MultiplyAddDouble(component, TWidth.Load(column + (2 * lanes)), dot2);
                dot3 = TWidth.MultiplyAddDouble(component, TWidth.Load(column + (3 * lanes)), dot3);
            }

            sum0 = TWidth.MultiplyAddDouble(weight, NarrowExponential.Evaluate<TWidth, V>(dot0), sum0);
            sum1 = TWidth.MultiplyAddDouble(weight, NarrowExponential.Evaluate<TWidth, V>(dot1), sum1);
            sum2 = TWidth.MultiplyAddDouble(weight, NarrowExponential.Evaluate<TWidth, V>(dot2), sum2);
            sum3 = TWidth.MultiplyAddDouble(weight, NarrowExponential.Evaluate<TWidth, V>(dot3), sum3);
        }

        TWidth.Store(sum0, sums);
        TWidth.Store(sum1, sums + lanes);
        TWidth.Store(sum2, sums + (2 * lanes));
        TWidth.Store(sum3, sums + (3 * lanes));
    }

    /// <summary>Multiplies sums by what stands outside, subtracts ρ, and notes the squared length of the offsets.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private void FinishRegister<TWidth, V>(double* outer, double* rows, int rowPitch, double* squares, double* responses)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V square = TWidth.Zero();
        V exponent = TWidth.Zero();
        for (int feature = 0; feature < FeatureCount; feature++, rows += rowPitch)
        {
            V value = TWidth.Load(rows);
            square = TWidth.MultiplyAddDouble(value, value, square);
            exponent = TWidth.MultiplyAddDouble(value, TWidth.BroadcastDouble(outer[feature]), exponent);
        }

        exponent = TWidth.MultiplyAddDouble(square, TWidth.BroadcastDouble(-_regressor.Kernel.Gamma * Log2E), exponent);
        V factor = PowerOfTwo.Evaluate<TWidth, V>(exponent);
        TWidth.Store(square, squares);
        V scaled = TWidth.MultiplyDouble(factor, TWidth.Load(responses));
        TWidth.Store(TWidth.SubtractDouble(scaled, TWidth.BroadcastDouble(_regressor.Offset)), responses);
    }

    /// <summary>The same operations, one row at a time.</summary>
    private void SumRows(double* vectors, double* outer, double* rows, int rowCount, double* squares, double* responses)
    {
        for (int row = 0; row < rowCount; row++)
        {
            double sum = 0;
            for (double* vector = vectors; vector < vectors + _packed.Length; vector += FeatureCount + 1)
            {
                double dot = NarrowExponential.Shift;
                for (int feature = 0; feature < FeatureCount; feature++)
                {
                    dot = Math.FusedMultiplyAdd(vector[1 + feature], rows[((long)feature * rowCount) + row], dot);
                }

                sum = Math.FusedMultiplyAdd(vector[0], NarrowExponential.Evaluate(dot), sum);
            }

            double square = 0;
            double exponent = 0;
            for (int feature = 0; feature < FeatureCount; feature++)
            {
                double value = rows[((long)feature * rowCount) + row];
                square = Math.FusedMultiplyAdd(value, value, square);
                exponent = Math.FusedMultiplyAdd(value, outer[feature], exponent);
            }

            exponent = Math.FusedMultiplyAdd(square, -_regressor.Kernel.Gamma * Log2E, exponent);
            squares[row] = square;
            responses[row] = (PowerOfTwo.Evaluate(exponent) * sum) - _regressor.Offset;
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
