using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// The sums of <see cref="RadialBasisNeighbors"/> over all support vectors, for tiles of neighbours: lanes are neighbours, so that all
/// instruction sets do the same operations in the same order.
/// </summary>
/// <param name="featureCount">Features of a neighbour.</param>
/// <param name="packedLength">Numbers of all packed support vectors: each its weight at the centre, then its components.</param>
/// <param name="squareFactor">−γ · lb e, by which |n|² is multiplied in the exponent to the base 2.</param>
/// <param name="offset">The regressor's ρ.</param>
internal sealed unsafe class RadialBasisTiles(int featureCount, int packedLength, double squareFactor, double offset)
{
    private const int RegistersPerTile = 4;

    /// <summary>Evaluates neighbours.</summary>
    /// <param name="vectors">The packed support vectors.</param>
    /// <param name="outer">What a component of an offset is multiplied by in the exponent outside the sum, a number a feature.</param>
    /// <param name="rows">The offsets, feature-major.</param>
    /// <param name="rowCount">Number of neighbours, a multiple of <see cref="NeighborBlock.RowMultiple"/>.</param>
    /// <param name="squares">Receives the squared length of each offset.</param>
    /// <param name="responses">Receives the regressor's output for each neighbour; those of long offsets are not valid.</param>
    public void Evaluate(double* vectors, double* outer, double* rows, int rowCount, double* squares, double* responses)
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
        int features = featureCount;
        V shift = TWidth.BroadcastDouble(NarrowExponential.Shift);
        V sum0 = TWidth.Zero();
        V sum1 = TWidth.Zero();
        V sum2 = TWidth.Zero();
        V sum3 = TWidth.Zero();
        double* end = vectors + packedLength;
        while (vectors < end)
        {
            V weight = TWidth.BroadcastDouble(*vectors++);
            V dot0 = shift;
            V dot1 = shift;
            V dot2 = shift;
            V dot3 = shift;
            double* column = rows;
            for (int feature = 0; feature < features; feature++, column += rowPitch)
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
        for (int feature = 0; feature < featureCount; feature++, rows += rowPitch)
        {
            V value = TWidth.Load(rows);
            square = TWidth.MultiplyAddDouble(value, value, square);
            exponent = TWidth.MultiplyAddDouble(value, TWidth.BroadcastDouble(outer[feature]), exponent);
        }

        exponent = TWidth.MultiplyAddDouble(square, TWidth.BroadcastDouble(squareFactor), exponent);
        V factor = PowerOfTwo.Evaluate<TWidth, V>(exponent);
        TWidth.Store(square, squares);
        V scaled = TWidth.MultiplyDouble(factor, TWidth.Load(responses));
        TWidth.Store(TWidth.SubtractDouble(scaled, TWidth.BroadcastDouble(offset)), responses);
    }

    /// <summary>The same operations, one row at a time.</summary>
    private void SumRows(double* vectors, double* outer, double* rows, int rowCount, double* squares, double* responses)
    {
        for (int row = 0; row < rowCount; row++)
        {
            double sum = 0;
            for (double* vector = vectors; vector < vectors + packedLength; vector += featureCount + 1)
            {
                double dot = NarrowExponential.Shift;
                for (int feature = 0; feature < featureCount; feature++)
                {
                    dot = Math.FusedMultiplyAdd(vector[1 + feature], rows[((long)feature * rowCount) + row], dot);
                }

                sum = Math.FusedMultiplyAdd(vector[0], NarrowExponential.Evaluate(dot), sum);
            }

            double square = 0;
            double exponent = 0;
            for (int feature = 0; feature < featureCount; feature++)
            {
                double value = rows[((long)feature * rowCount) + row];
                square = Math.FusedMultiplyAdd(value, value, square);
                exponent = Math.FusedMultiplyAdd(value, outer[feature], exponent);
            }

            exponent = Math.FusedMultiplyAdd(square, squareFactor, exponent);
            squares[row] = square;
            responses[row] = (PowerOfTwo.Evaluate(exponent) * sum) - offset;
        }
    }
}
