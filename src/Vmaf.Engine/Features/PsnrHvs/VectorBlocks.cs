using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>As many neighbouring blocks at a time as a register has 32-bit lanes; <see cref="ScalarBlock"/> says what is computed.</summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class VectorBlocks<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const int Side = BlockGrid.BlockSide;
    private const float BlockVarianceFactor = 1 / 63.0f * 64;
    private const float QuarterVarianceFactor = 1 / 15.0f * 16;

    private static int Lanes => TWidth.ByteCount / sizeof(int);

    /// <summary>Squared visible errors, in the order of the coefficients; those that no block has are left out.</summary>
    /// <param name="reference">Samples of the blocks, as <see cref="BlockLoader"/> makes them.</param>
    /// <param name="distorted">Samples of the other picture.</param>
    /// <param name="sensitivity">Sensitivity for the plane.</param>
    /// <param name="scratch">Receives the errors, a register for each coefficient.</param>
    /// <returns>Number of coefficients with errors.</returns>
    public static int VisibleErrors(ushort* reference, ushort* distorted, ContrastSensitivity sensitivity, in BlockScratch scratch)
    {
        float[] weights = sensitivity.Weights;
        float[] maskingWeights = sensitivity.MaskingWeights;
        int* referenceBlocks = scratch.Reference;
        int* distortedBlocks = scratch.Distorted;
        float* errors = scratch.Errors;
        V threshold = TWidth.MaxSingle(
            Transform(reference, referenceBlocks, scratch.Transposed, sensitivity), Transform(distorted, distortedBlocks, scratch.Transposed, sensitivity));
        int visible = 0;
        for (int index = 0; index < ContrastSensitivity.CoefficientCount; index++)
        {
            V difference = TWidth.Subtract32(TWidth.Load(referenceBlocks + (index * Lanes)), TWidth.Load(distortedBlocks + (index * Lanes)));
            V error = TWidth.ConvertInt32ToSingle(TWidth.Abs32(difference));
            if (index > 0)
            {
                V masked = TWidth.DivideSingle(threshold, TWidth.BroadcastSingle(maskingWeights[index]));
                error = TWidth.And(TWidth.SubtractSingle(error, masked), TWidth.GreaterThanOrEqualSingle(error, masked));
            }

            V weighted = TWidth.MultiplySingle(error, TWidth.BroadcastSingle(weights[index]));
            V squared = TWidth.MultiplySingle(weighted, weighted);
            TWidth.Store(squared, errors + (visible * Lanes));
            visible += TWidth.IsZero(squared) ? 0 : 1;
        }

        return visible;
    }

    private static V Transform(ushort* samples, int* blocks, int* transposed, ContrastSensitivity sensitivity)
    {
        float[] maskingWeights = sensitivity.MaskingWeights;
        V detail = RelativeDetail(samples, blocks);
        for (int column = 0; column < Side; column++)
        {
            Forward(blocks + (column * Lanes), transposed + (column * Side * Lanes));
        }

        for (int column = 0; column < Side; column++)
        {
            Forward(transposed + (column * Lanes), blocks + (column * Side * Lanes));
        }

        V energy = TWidth.Zero();
        for (int index = 1; index < ContrastSensitivity.CoefficientCount; index++)
        {
            V coefficient = TWidth.Load(blocks + (index * Lanes));
            V square = TWidth.ConvertInt32ToSingle(TWidth.MultiplyLow32(coefficient, coefficient));
            energy = TWidth.AddSingle(energy, TWidth.MultiplySingle(square, TWidth.BroadcastSingle(maskingWeights[index])));
        }

        return TWidth.MultiplySingle(TWidth.SquareRootSingle(TWidth.MultiplySingle(energy, detail)), TWidth.BroadcastSingle(1 / 32f));
    }

    private static V RelativeDetail(ushort* samples, int* blocks)
    {
        V sum0 = QuarterSum(samples, blocks, 0);
        V sum1 = QuarterSum(samples, blocks, 4 * Side);
        V sum2 = QuarterSum(samples, blocks, 4);
        V sum3 = QuarterSum(samples, blocks, (4 * Side) + 4);

        // Sums of samples are whole numbers below 2²⁴: exact in any order, and so are the means.
        V all = TWidth.AddSingle(TWidth.AddSingle(sum0, sum1), TWidth.AddSingle(sum2, sum3));
        V mean = TWidth.MultiplySingle(all, TWidth.BroadcastSingle(1 / 64f));
        V sixteenth = TWidth.BroadcastSingle(1 / 16f);
        V squares = TWidth.Zero();
        V squares0 = SquareSums(blocks, 0, mean, TWidth.MultiplySingle(sum0, sixteenth), TWidth.MultiplySingle(sum2, sixteenth), ref squares, out V squares2);
        V squares1 = SquareSums(
            blocks, 4 * Side, mean, TWidth.MultiplySingle(sum1, sixteenth), TWidth.MultiplySingle(sum3, sixteenth), ref squares, out V squares3);
        V factor = TWidth.BroadcastSingle(QuarterVarianceFactor);
        V quarters = TWidth.AddSingle(TWidth.MultiplySingle(squares0, factor), TWidth.MultiplySingle(squares1, factor));
        quarters = TWidth.AddSingle(quarters, TWidth.MultiplySingle(squares2, factor));
        quarters = TWidth.AddSingle(quarters, TWidth.MultiplySingle(squares3, factor));
        V variance = TWidth.MultiplySingle(squares, TWidth.BroadcastSingle(BlockVarianceFactor));
        V varies = TWidth.GreaterThanSingle(variance, TWidth.Zero());
        return TWidth.And(TWidth.DivideSingle(quarters, TWidth.Select(varies, variance, TWidth.BroadcastSingle(1))), varies);
    }

    /// <summary>Sum of a quarter's samples, which are copied on the way as 32-bit numbers.</summary>
    private static V QuarterSum(ushort* samples, int* blocks, int first)
    {
        V sum = TWidth.Zero();
        for (int row = 0; row < Side / 2; row++)
        {
            for (int column = 0; column < Side / 2; column++)
            {
                int index = first + (row * Side) + column;
                V sample = TWidth.LoadWiden16To32(samples + (index * BlockLoader.Count));
                TWidth.Store(sample, blocks + (index * Lanes));
                sum = TWidth.Add32(sum, sample);
            }
        }

        return TWidth.ConvertInt32ToSingle(sum);
    }

    /// <summary>Sums of squared distances over the upper or lower half, row after row: from the block's mean, and from those of the quarters.</summary>
    private static V SquareSums(int* blocks, int first, V mean, V leftMean, V rightMean, ref V squares, out V rightSquares)
    {
        V all = squares;
        V left = TWidth.Zero();
        V right = TWidth.Zero();
        int* row = blocks + (first * Lanes);
        for (int y = 0; y < Side / 2; y++)
        {
            for (int column = 0; column < Side / 2; column++)
            {
                V sample = TWidth.ConvertInt32ToSingle(TWidth.Load(row + (column * Lanes)));
                all = TWidth.AddSingle(all, SquaredDistance(sample, mean));
                left = TWidth.AddSingle(left, SquaredDistance(sample, leftMean));
            }

            for (int column = Side / 2; column < Side; column++)
            {
                V sample = TWidth.ConvertInt32ToSingle(TWidth.Load(row + (column * Lanes)));
                all = TWidth.AddSingle(all, SquaredDistance(sample, mean));
                right = TWidth.AddSingle(right, SquaredDistance(sample, rightMean));
            }

            row += Side * Lanes;
        }

        squares = all;
        rightSquares = right;
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SquaredDistance(V sample, V mean)
    {
        V difference = TWidth.SubtractSingle(sample, mean);
        return TWidth.MultiplySingle(difference, difference);
    }

    /// <summary>One column of <see cref="CosineTransform"/>, stored as a row.</summary>
    private static void Forward(int* column, int* output)
    {
        int distance = Side * Lanes;
        V t0 = TWidth.Load(column);
        V t4 = TWidth.Load(column + distance);
        V t2 = TWidth.Load(column + (2 * distance));
        V t6 = TWidth.Load(column + (3 * distance));
        V t7 = TWidth.Load(column + (4 * distance));
        V t3 = TWidth.Load(column + (5 * distance));
        V t5 = TWidth.Load(column + (6 * distance));
        V t1 = TWidth.Load(column + (7 * distance));

        t1 = TWidth.Subtract32(t0, t1);
        V t1Half = Half(t1);
        t0 = TWidth.Subtract32(t0, t1Half);
        t4 = TWidth.Add32(t4, t5);
        V t4Half = Half(t4);
        t5 = TWidth.Subtract32(t5, t4Half);
        t3 = TWidth.Subtract32(t2, t3);
        t2 = TWidth.Subtract32(t2, Half(t3));
        t6 = TWidth.Add32(t6, t7);
        V t6Half = Half(t6);
        t7 = TWidth.Subtract32(t6Half, t7);

        t0 = TWidth.Add32(t0, t6Half);
        t6 = TWidth.Subtract32(t0, t6);
        t2 = TWidth.Subtract32(t4Half, t2);
        t4 = TWidth.Subtract32(t2, t4);
        t0 = TWidth.Subtract32(t0, Multiple(t4, 13573, 15));
        t4 = TWidth.Add32(t4, Multiple(t0, 11585, 14));
        t0 = TWidth.Subtract32(t0, Multiple(t4, 13573, 15));
        t6 = TWidth.Subtract32(t6, Multiple(t2, 21895, 15));
        t2 = TWidth.Add32(t2, Multiple(t6, 15137, 14));
        t6 = TWidth.Subtract32(t6, Multiple(t2, 21895, 15));

        t3 = TWidth.Add32(t3, Multiple(t5, 19195, 15));
        t5 = TWidth.Add32(t5, Multiple(t3, 11585, 14));
        t3 = TWidth.Subtract32(t3, Multiple(t5, 7489, 13));
        t7 = TWidth.Subtract32(Half(t5), t7);
        t5 = TWidth.Subtract32(t5, t7);
        t3 = TWidth.Subtract32(t1Half, t3);
        t1 = TWidth.Subtract32(t1, t3);
        t7 = TWidth.Add32(t7, Multiple(t1, 3227, 15));
        t1 = TWidth.Subtract32(t1, Multiple(t7, 6393, 15));
        t7 = TWidth.Add32(t7, Multiple(t1, 3227, 15));
        t5 = TWidth.Add32(t5, Multiple(t3, 2485, 13));
        t3 = TWidth.Subtract32(t3, Multiple(t5, 18205, 15));
        t5 = TWidth.Add32(t5, Multiple(t3, 2485, 13));

        TWidth.Store(t0, output);
        TWidth.Store(t1, output + Lanes);
        TWidth.Store(t2, output + (2 * Lanes));
        TWidth.Store(t3, output + (3 * Lanes));
        TWidth.Store(t4, output + (4 * Lanes));
        TWidth.Store(t5, output + (5 * Lanes));
        TWidth.Store(t6, output + (6 * Lanes));
        TWidth.Store(t7, output + (7 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Multiple(V value, int numerator, int shift) =>
        TWidth.ShiftRightArithmetic32(
            TWidth.Add32(TWidth.MultiplyLow32(value, TWidth.Broadcast32(numerator)), TWidth.Broadcast32(1 << (shift - 1))), shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Half(V value) =>
        TWidth.ShiftRightArithmetic32(TWidth.Add32(value, TWidth.ShiftRightLogical32(value, 31)), 1);
}
