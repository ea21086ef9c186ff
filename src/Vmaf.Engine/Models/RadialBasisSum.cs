using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Models;

/// <summary>
/// Σ cᵢ·exp(−γ·|x − sᵢ|²) − ρ for many rows x. Lanes are rows. Every lane goes through the same fused operations in the same order
/// on each tier, so that a row's bits depend on nothing but the row. The error against exact arithmetic is a few 1e-16 of Σ |cᵢ|.
/// </summary>
internal readonly unsafe struct RadialBasisSum
{
    /// <summary>Registers of rows that go through one pass over the support vectors; hides the latency of the polynomial.</summary>
    private const int RegistersPerTile = 4;

    private readonly double[] _packed;
    private readonly int _featureCount;
    private readonly double _exponentScale;
    private readonly double _offset;

    /// <summary>Prepares a sum.</summary>
    /// <param name="packed">Per support vector: its coefficient, then its features.</param>
    /// <param name="featureCount">Features of a row.</param>
    /// <param name="gamma">γ.</param>
    /// <param name="offset">ρ.</param>
    public RadialBasisSum(double[] packed, int featureCount, double gamma, double offset)
    {
        _packed = packed;
        _featureCount = featureCount;
        _exponentScale = -gamma * 1.4426950408889634; // log₂ e
        _offset = offset;
    }

    /// <summary>Predicts rows; the lengths have been checked.</summary>
    /// <param name="rows">Feature-major rows.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="output">Receives one prediction a row.</param>
    /// <param name="tier">Instruction set to use.</param>
    public void Predict(ReadOnlySpan<double> rows, int rowCount, Span<double> output, SimdTier tier)
    {
        fixed (double* source = rows)
        fixed (double* target = output)
        fixed (double* packed = _packed)
        {
            switch (tier)
            {
                case SimdTier.Avx512:
                    PredictVectors<Width512, Vector512<byte>>(packed, source, rowCount, target);
                    break;
                case SimdTier.Avx2:
                    PredictVectors<Width256, Vector256<byte>>(packed, source, rowCount, target);
                    break;
                case SimdTier.Vector128:
                    PredictVectors<Width128, Vector128<byte>>(packed, source, rowCount, target);
                    break;
                default:
                    PredictRows(packed, source, rowCount, target);
                    break;
            }
        }
    }

    private void PredictVectors<TWidth, V>(double* packed, double* rows, int rowCount, double* output)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        int row = 0;
        for (; row <= rowCount - (RegistersPerTile * lanes); row += RegistersPerTile * lanes)
        {
            PredictTile<TWidth, V>(packed, rows + row, rowCount, output + row);
        }

        for (; row <= rowCount - lanes; row += lanes)
        {
            PredictRegister<TWidth, V>(packed, rows + row, rowCount, output + row);
        }

        if (row < rowCount)
        {
            PredictRest<TWidth, V>(packed, rows + row, rowCount, rowCount - row, output + row);
        }
    }

    /// <summary>The last rows, fewer than a register has lanes: copied to where a whole register can be read.</summary>
    private void PredictRest<TWidth, V>(double* packed, double* rows, int featureStride, int rowCount, double* output)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        double* padded = stackalloc double[_featureCount * lanes];
        double* predicted = stackalloc double[lanes];
        for (int feature = 0; feature < _featureCount; feature++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                padded[(feature * lanes) + lane] = lane < rowCount ? rows[((long)feature * featureStride) + lane] : 0;
            }
        }

        PredictRegister<TWidth, V>(packed, padded, lanes, predicted);
        for (int lane = 0; lane < rowCount; lane++)
        {
            output[lane] = predicted[lane];
        }
    }

    private void PredictTile<TWidth, V>(double* packed, double* rows, int featureStride, double* output)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V scale = TWidth.BroadcastDouble(_exponentScale);
        V sum0 = ZeroIfFinite<TWidth, V>(rows, featureStride);
        V sum1 = ZeroIfFinite<TWidth, V>(rows + lanes, featureStride);
        V sum2 = ZeroIfFinite<TWidth, V>(rows + (2 * lanes), featureStride);
        V sum3 = ZeroIfFinite<TWidth, V>(rows + (3 * lanes), featureStride);
        double* end = packed + _packed.Length;
        for (double* vector = packed; vector < end; vector += _featureCount + 1)
        {
            V square0 = TWidth.Zero();
            V square1 = TWidth.Zero();
            V square2 = TWidth.Zero();
            V square3 = TWidth.Zero();
            double* column = rows;
            for (int feature = 1; feature <= _featureCount; feature++, column += featureStride)
            {
                V centre = TWidth.BroadcastDouble(vector[feature]);
                V difference0 = TWidth.SubtractDouble(TWidth.Load(column), centre);
                V difference1 = TWidth.SubtractDouble(TWidth.Load(column + lanes), centre);
                V difference2 = TWidth.SubtractDouble(TWidth.Load(column + (2 * lanes)), centre);
                V difference3 = TWidth.SubtractDouble(TWidth.Load(column + (3 * lanes)), centre);
                square0 = TWidth.MultiplyAddDouble(difference0, difference0, square0);
                square1 = TWidth.MultiplyAddDouble(difference1, difference1, square1);
                square2 = TWidth.MultiplyAddDouble(difference2, difference2, square2);
                square3 = TWidth.MultiplyAddDouble(difference3, difference3, square3);
            }

            V coefficient = TWidth.BroadcastDouble(vector[0]);
            sum0 = TWidth.MultiplyAddDouble(coefficient, PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(square0, scale)), sum0);
            sum1 = TWidth.MultiplyAddDouble(coefficient, PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(square1, scale)), sum1);
            sum2 = TWidth.MultiplyAddDouble(coefficient, PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(square2, scale)), sum2);
            sum3 = TWidth.MultiplyAddDouble(coefficient, PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(square3, scale)), sum3);
        }

        V offset = TWidth.BroadcastDouble(_offset);
        TWidth.Store(TWidth.SubtractDouble(sum0, offset), output);
        TWidth.Store(TWidth.SubtractDouble(sum1, offset), output + lanes);
        TWidth.Store(TWidth.SubtractDouble(sum2, offset), output + (2 * lanes));
        TWidth.Store(TWidth.SubtractDouble(sum3, offset), output + (3 * lanes));
    }

    private void PredictRegister<TWidth, V>(double* packed, double* rows, int featureStride, double* output)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V scale = TWidth.BroadcastDouble(_exponentScale);
        V sum = ZeroIfFinite<TWidth, V>(rows, featureStride);
        double* end = packed + _packed.Length;
        for (double* vector = packed; vector < end; vector += _featureCount + 1)
        {
            V square = TWidth.Zero();
            double* column = rows;
            for (int feature = 1; feature <= _featureCount; feature++, column += featureStride)
            {
                V difference = TWidth.SubtractDouble(TWidth.Load(column), TWidth.BroadcastDouble(vector[feature]));
                square = TWidth.MultiplyAddDouble(difference, difference, square);
            }

            V kernel = PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(square, scale));
            sum = TWidth.MultiplyAddDouble(TWidth.BroadcastDouble(vector[0]), kernel, sum);
        }

        TWidth.Store(TWidth.SubtractDouble(sum, TWidth.BroadcastDouble(_offset)), output);
    }

    /// <summary>0, or NaN in the lanes of rows with a value that is not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private V ZeroIfFinite<TWidth, V>(double* rows, int featureStride)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V zero = TWidth.Zero();
        for (int feature = 0; feature < _featureCount; feature++)
        {
            V value = TWidth.Load(rows + ((long)feature * featureStride));
            zero = TWidth.AddDouble(zero, TWidth.SubtractDouble(value, value));
        }

        return zero;
    }

    /// <summary>The same operations, one row at a time.</summary>
    private void PredictRows(double* packed, double* rows, int rowCount, double* output)
    {
        double* end = packed + _packed.Length;
        for (int row = 0; row < rowCount; row++)
        {
            double sum = 0;
            for (int feature = 0; feature < _featureCount; feature++)
            {
                double value = rows[((long)feature * rowCount) + row];
                sum += value - value;
            }

            for (double* vector = packed; vector < end; vector += _featureCount + 1)
            {
                double square = 0;
                double* column = rows + row;
                for (int feature = 1; feature <= _featureCount; feature++, column += rowCount)
                {
                    double difference = *column - vector[feature];
                    square = Math.FusedMultiplyAdd(difference, difference, square);
                }

                sum = Math.FusedMultiplyAdd(vector[0], PowerOfTwo.Evaluate(square * _exponentScale), sum);
            }

            output[row] = sum - _offset;
        }
    }
}
