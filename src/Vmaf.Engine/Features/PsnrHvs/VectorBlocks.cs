using System.Runtime.CompilerServices;
using Vmaf.Engine.Features.SinglePrecision;
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

    /// <summary>Copies blocks: register k of the result has sample k of each.</summary>
    /// <param name="columns">Rows split by column.</param>
    /// <param name="block">The first block.</param>
    /// <param name="blocks">Receives 64 registers.</param>
    public static void Load(FloatPlane columns, int block, int* blocks)
    {
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                // The last column of a block is the first of the next.
                float* source = columns.Row((row * BlockGrid.Step) + (column % BlockGrid.Step)) + block + (column / BlockGrid.Step);
                TWidth.Store(TWidth.Load(source), blocks + (((row * Side) + column) * Lanes));
            }
        }
    }

    /// <summary>Squared visible errors. Both sets of blocks are transformed in place.</summary>
    /// <param name="reference">64 registers.</param>
    /// <param name="distorted">64 registers of the other picture.</param>
    /// <param name="sensitivity">Sensitivity for the plane.</param>
    /// <param name="errors">Receives 64 registers of floats.</param>
    public static void VisibleErrors(int* reference, int* distorted, ContrastSensitivity sensitivity, float* errors)
    {
        V threshold = TWidth.MaxSingle(Transform(reference, sensitivity), Transform(distorted, sensitivity));
        for (int index = 0; index < ContrastSensitivity.CoefficientCount; index++)
        {
            V difference = TWidth.Subtract32(TWidth.Load(reference + (index * Lanes)), TWidth.Load(distorted + (index * Lanes)));
            V error = TWidth.ConvertInt32ToSingle(TWidth.Abs32(difference));
            if (index > 0)
            {
                V masked = TWidth.DivideSingle(threshold, TWidth.BroadcastSingle(sensitivity.MaskingWeights[index]));
                error = TWidth.And(TWidth.SubtractSingle(error, masked), TWidth.GreaterThanOrEqualSingle(error, masked));
            }

            V weighted = TWidth.MultiplySingle(error, TWidth.BroadcastSingle(sensitivity.Weights[index]));
            TWidth.Store(TWidth.MultiplySingle(weighted, weighted), errors + (index * Lanes));
        }
    }

    private static V Transform(int* blocks, ContrastSensitivity sensitivity)
    {
        V detail = RelativeDetail(blocks);
        int* transposed = stackalloc int[ContrastSensitivity.CoefficientCount * Lanes];
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
            energy = TWidth.AddSingle(energy, TWidth.MultiplySingle(square, TWidth.BroadcastSingle(sensitivity.MaskingWeights[index])));
        }

        return TWidth.MultiplySingle(TWidth.SquareRootSingle(TWidth.MultiplySingle(energy, detail)), TWidth.BroadcastSingle(1 / 32f));
    }

    private static V RelativeDetail(int* blocks)
    {
        V sum0 = QuarterSum(blocks, 0);
        V sum1 = QuarterSum(blocks, 4 * Side);
        V sum2 = QuarterSum(blocks, 4);
        V sum3 = QuarterSum(blocks, (4 * Side) + 4);

        // Sums of samples are whole numbers below 2²⁴: exact in any order, and so are the means.
        V all = TWidth.AddSingle(TWidth.AddSingle(sum0, sum1), TWidth.AddSingle(sum2, sum3));
        V mean = TWidth.MultiplySingle(all, TWidth.BroadcastSingle(1 / 64f));
        V sixteenth = TWidth.BroadcastSingle(1 / 16f);
        V factor = TWidth.BroadcastSingle(QuarterVarianceFactor);
        V quarters = TWidth.AddSingle(
            TWidth.MultiplySingle(SquareSum(blocks, 0, 4, TWidth.MultiplySingle(sum0, sixteenth)), factor),
            TWidth.MultiplySingle(SquareSum(blocks, 4 * Side, 4, TWidth.MultiplySingle(sum1, sixteenth)), factor));
        quarters = TWidth.AddSingle(quarters, TWidth.MultiplySingle(SquareSum(blocks, 4, 4, TWidth.MultiplySingle(sum2, sixteenth)), factor));
        quarters = TWidth.AddSingle(
            quarters, TWidth.MultiplySingle(SquareSum(blocks, (4 * Side) + 4, 4, TWidth.MultiplySingle(sum3, sixteenth)), factor));
        V variance = TWidth.MultiplySingle(SquareSum(blocks, 0, Side, mean), TWidth.BroadcastSingle(BlockVarianceFactor));
        V varies = TWidth.GreaterThanSingle(variance, TWidth.Zero());
        return TWidth.And(TWidth.DivideSingle(quarters, TWidth.Select(varies, variance, TWidth.BroadcastSingle(1))), varies);
    }

    private static V QuarterSum(int* blocks, int first)
    {
        V sum = TWidth.Zero();
        for (int index = 0; index < 16; index++)
        {
            sum = TWidth.Add32(sum, TWidth.Load(blocks + ((first + (index / 4 * Side) + (index % 4)) * Lanes)));
        }

        return TWidth.ConvertInt32ToSingle(sum);
    }

    /// <summary>Sum of squared distances from a mean over a square of samples, row after row.</summary>
    private static V SquareSum(int* blocks, int first, int side, V mean)
    {
        V sum = TWidth.Zero();
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                V sample = TWidth.ConvertInt32ToSingle(TWidth.Load(blocks + ((first + (row * Side) + column) * Lanes)));
                V difference = TWidth.SubtractSingle(sample, mean);
                sum = TWidth.AddSingle(sum, TWidth.MultiplySingle(difference, difference));
            }
        }

        return sum;
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
