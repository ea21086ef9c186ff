using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Models;

/// <summary>Σ cᵢ·2^(e·|y − tᵢ|²), term by term: good for any row y and any kernel width. e is negative.</summary>
internal sealed unsafe class DirectSum
{
    private readonly double[] _packed;
    private readonly int _featureCount;
    private readonly double _exponentScale;

    /// <summary>Prepares a sum.</summary>
    /// <param name="packed">Per support vector: cᵢ, then tᵢ.</param>
    /// <param name="featureCount">Features of a row.</param>
    /// <param name="exponentScale">e.</param>
    public DirectSum(double[] packed, int featureCount, double exponentScale)
    {
        _packed = packed;
        _featureCount = featureCount;
        _exponentScale = exponentScale;
    }

    /// <summary>The sums of a tile of rows.</summary>
    /// <param name="tile">Feature-major rows, four registers a feature.</param>
    /// <param name="norms">|y|² of each row; only tells rows that are not finite.</param>
    /// <param name="sums">Receives one sum a row; NaN for rows that are not finite.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Sum<TWidth, V>(double* tile, double* norms, double* sums)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V scale = TWidth.BroadcastDouble(_exponentScale);
        V sum0 = TWidth.SubtractDouble(TWidth.Load(norms), TWidth.Load(norms));
        V sum1 = TWidth.SubtractDouble(TWidth.Load(norms + lanes), TWidth.Load(norms + lanes));
        V sum2 = TWidth.SubtractDouble(TWidth.Load(norms + (2 * lanes)), TWidth.Load(norms + (2 * lanes)));
        V sum3 = TWidth.SubtractDouble(TWidth.Load(norms + (3 * lanes)), TWidth.Load(norms + (3 * lanes)));
        fixed (double* packed = _packed)
        {
            double* end = packed + _packed.Length;
            for (double* vector = packed; vector < end; vector += _featureCount + 1)
            {
                V square0 = TWidth.Zero();
                V square1 = TWidth.Zero();
                V square2 = TWidth.Zero();
                V square3 = TWidth.Zero();
                double* column = tile;
                for (int feature = 1; feature <= _featureCount; feature++, column += RadialBasisSum.RegistersPerTile * lanes)
                {
                    V value = TWidth.BroadcastDouble(vector[feature]);
                    V difference0 = TWidth.SubtractDouble(TWidth.Load(column), value);
                    V difference1 = TWidth.SubtractDouble(TWidth.Load(column + lanes), value);
                    V difference2 = TWidth.SubtractDouble(TWidth.Load(column + (2 * lanes)), value);
                    V difference3 = TWidth.SubtractDouble(TWidth.Load(column + (3 * lanes)), value);
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
        }

        TWidth.Store(sum0, sums);
        TWidth.Store(sum1, sums + lanes);
        TWidth.Store(sum2, sums + (2 * lanes));
        TWidth.Store(sum3, sums + (3 * lanes));
    }

    /// <summary>The sum of one row.</summary>
    /// <param name="row">The row y.</param>
    /// <param name="norm">|y|².</param>
    public double Sum(ReadOnlySpan<double> row, double norm)
    {
        double sum = norm - norm;
        for (int vector = 0; vector < _packed.Length; vector += _featureCount + 1)
        {
            double square = 0;
            for (int feature = 0; feature < _featureCount; feature++)
            {
                double difference = row[feature] - _packed[vector + 1 + feature];
                square = Math.FusedMultiplyAdd(difference, difference, square);
            }

            sum = Math.FusedMultiplyAdd(_packed[vector], PowerOfTwo.Evaluate(square * _exponentScale), sum);
        }

        return sum;
    }
}
