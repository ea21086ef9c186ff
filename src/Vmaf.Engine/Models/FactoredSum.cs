using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Models;

/// <summary>
/// Σ cᵢ·2^(e·|y − tᵢ|²) as 2^(e·|y|²) · Σ (cᵢ·2^(e·|tᵢ|²)) · (2^(−e·y·tᵢ))²: for rows y near the origin the inner exponent stays within
/// ½, so that its power is a polynomial alone. e is negative.
/// </summary>
internal sealed unsafe class FactoredSum
{
    /// <summary>The largest inner exponent that the polynomial is for.</summary>
    private const double LargestExponent = 0.5;

    private readonly int _featureCount;
    private readonly double _exponentScale;

    /// <summary>Per support vector: cᵢ·2^(e·|tᵢ|²), then −e·tᵢ.</summary>
    private readonly double[] _packed;

    /// <summary>Prepares a sum.</summary>
    /// <param name="packed">Per support vector: cᵢ, then tᵢ.</param>
    /// <param name="featureCount">Features of a row.</param>
    /// <param name="exponentScale">e.</param>
    public FactoredSum(ReadOnlySpan<double> packed, int featureCount, double exponentScale)
    {
        _featureCount = featureCount;
        _exponentScale = exponentScale;
        _packed = packed.ToArray();
        double largestSquare = 0;
        for (Span<double> rest = _packed; !rest.IsEmpty; rest = rest[(featureCount + 1)..])
        {
            double square = 0;
            foreach (ref double value in rest.Slice(1, featureCount))
            {
                square = Math.FusedMultiplyAdd(value, value, square);
                value *= -exponentScale;
            }

            rest[0] *= PowerOfTwo.Evaluate(exponentScale * square);
            largestSquare = Math.Max(largestSquare, square);
        }

        // |e·y·t| ≤ |e|·|y|·|t|. The factor 2^(e·|t|²) must not lose digits to the end of the exponent range either.
        double reach = LargestExponent * LargestExponent / (exponentScale * exponentScale * largestSquare);
        bool isNarrow = exponentScale * largestSquare < -100;
        SquaredReach = isNarrow || double.IsNaN(reach) ? -1 : reach;
    }

    /// <summary>The largest |y|² that the sum is good for; negative where it is good for none.</summary>
    public double SquaredReach { get; }

    /// <summary>The sums of a tile of rows; meaningless for rows out of reach.</summary>
    /// <param name="tile">Feature-major rows, four registers a feature.</param>
    /// <param name="norms">|y|² of each row.</param>
    /// <param name="sums">Receives one sum a row.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Sum<TWidth, V>(double* tile, double* norms, double* sums)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(double);
        V sum0 = TWidth.Zero();
        V sum1 = TWidth.Zero();
        V sum2 = TWidth.Zero();
        V sum3 = TWidth.Zero();
        fixed (double* packed = _packed)
        {
            double* end = packed + _packed.Length;
            for (double* vector = packed; vector < end; vector += _featureCount + 1)
            {
                V exponent0 = TWidth.Zero();
                V exponent1 = TWidth.Zero();
                V exponent2 = TWidth.Zero();
                V exponent3 = TWidth.Zero();
                double* column = tile;
                for (int feature = 1; feature <= _featureCount; feature++, column += RadialBasisSum.RegistersPerTile * lanes)
                {
                    V value = TWidth.BroadcastDouble(vector[feature]);
                    exponent0 = TWidth.MultiplyAddDouble(TWidth.Load(column), value, exponent0);
                    exponent1 = TWidth.MultiplyAddDouble(TWidth.Load(column + lanes), value, exponent1);
                    exponent2 = TWidth.MultiplyAddDouble(TWidth.Load(column + (2 * lanes)), value, exponent2);
                    exponent3 = TWidth.MultiplyAddDouble(TWidth.Load(column + (3 * lanes)), value, exponent3);
                }

                V coefficient = TWidth.BroadcastDouble(vector[0]);
                V root0 = PowerOfTwo.OfFraction<TWidth, V>(exponent0);
                V root1 = PowerOfTwo.OfFraction<TWidth, V>(exponent1);
                V root2 = PowerOfTwo.OfFraction<TWidth, V>(exponent2);
                V root3 = PowerOfTwo.OfFraction<TWidth, V>(exponent3);
                sum0 = TWidth.MultiplyAddDouble(TWidth.MultiplyDouble(coefficient, root0), root0, sum0);
                sum1 = TWidth.MultiplyAddDouble(TWidth.MultiplyDouble(coefficient, root1), root1, sum1);
                sum2 = TWidth.MultiplyAddDouble(TWidth.MultiplyDouble(coefficient, root2), root2, sum2);
                sum3 = TWidth.MultiplyAddDouble(TWidth.MultiplyDouble(coefficient, root3), root3, sum3);
            }
        }

        TWidth.Store(TWidth.MultiplyDouble(sum0, OuterFactor<TWidth, V>(norms)), sums);
        TWidth.Store(TWidth.MultiplyDouble(sum1, OuterFactor<TWidth, V>(norms + lanes)), sums + lanes);
        TWidth.Store(TWidth.MultiplyDouble(sum2, OuterFactor<TWidth, V>(norms + (2 * lanes))), sums + (2 * lanes));
        TWidth.Store(TWidth.MultiplyDouble(sum3, OuterFactor<TWidth, V>(norms + (3 * lanes))), sums + (3 * lanes));
    }

    /// <summary>The sum of one row in reach.</summary>
    /// <param name="row">The row y.</param>
    /// <param name="norm">|y|².</param>
    public double Sum(ReadOnlySpan<double> row, double norm)
    {
        double sum = 0;
        for (int vector = 0; vector < _packed.Length; vector += _featureCount + 1)
        {
            double exponent = 0;
            for (int feature = 0; feature < _featureCount; feature++)
            {
                exponent = Math.FusedMultiplyAdd(row[feature], _packed[vector + 1 + feature], exponent);
            }

            double root = PowerOfTwo.OfFraction(exponent);
            sum = Math.FusedMultiplyAdd(_packed[vector] * root, root, sum);
        }

        return sum * PowerOfTwo.Evaluate(norm * _exponentScale);
    }

    /// <summary>2^(e·|y|²).</summary>
    private V OuterFactor<TWidth, V>(double* norms)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(TWidth.Load(norms), TWidth.BroadcastDouble(_exponentScale)));
}
