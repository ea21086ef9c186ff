using System.Numerics;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>
/// The whole-number 8 × 8 cosine transform of the Daala video codec, built of lifting steps: each adds to one number a rounded multiple of
/// another, with the sines and cosines of π/16 as fractions of a power of two.
/// </summary>
internal static class CosineTransform
{
    private const int Side = BlockGrid.BlockSide;

    /// <summary>Transforms a block in place.</summary>
    /// <typeparam name="TInteger">A type wide enough for 18 bits more than the samples have.</typeparam>
    /// <param name="block">The block, row after row.</param>
    public static void Forward<TInteger>(Span<TInteger> block)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        // Each pass transforms the columns and stores them as rows, so that two passes do both directions.
        Span<TInteger> transposed = stackalloc TInteger[Side * Side];
        for (int column = 0; column < Side; column++)
        {
            Forward(block[column..], transposed.Slice(column * Side, Side));
        }

        for (int column = 0; column < Side; column++)
        {
            Forward(transposed[column..], block.Slice(column * Side, Side));
        }
    }

    private static void Forward<TInteger>(ReadOnlySpan<TInteger> column, Span<TInteger> output)
        where TInteger : unmanaged, IBinaryInteger<TInteger>
    {
        TInteger t0 = column[0 * Side];
        TInteger t4 = column[1 * Side];
        TInteger t2 = column[2 * Side];
        TInteger t6 = column[3 * Side];
        TInteger t7 = column[4 * Side];
        TInteger t3 = column[5 * Side];
        TInteger t5 = column[6 * Side];
        TInteger t1 = column[7 * Side];

        // Sums and differences of mirrored samples.
        t1 = t0 - t1;
        TInteger t1Half = Half(t1);
        t0 -= t1Half;
        t4 += t5;
        TInteger t4Half = Half(t4);
        t5 -= t4Half;
        t3 = t2 - t3;
        t2 -= Half(t3);
        t6 += t7;
        TInteger t6Half = Half(t6);
        t7 = t6Half - t7;

        // Even coefficients.
        t0 += t6Half;
        t6 = t0 - t6;
        t2 = t4Half - t2;
        t4 = t2 - t4;
        t0 -= Multiple(t4, 13573, 15);
        t4 += Multiple(t0, 11585, 14);
        t0 -= Multiple(t4, 13573, 15);
        t6 -= Multiple(t2, 21895, 15);
        t2 += Multiple(t6, 15137, 14);
        t6 -= Multiple(t2, 21895, 15);

        // Odd coefficients.
        t3 += Multiple(t5, 19195, 15);
        t5 += Multiple(t3, 11585, 14);
        t3 -= Multiple(t5, 7489, 13);
        t7 = Half(t5) - t7;
        t5 -= t7;
        t3 = t1Half - t3;
        t1 -= t3;
        t7 += Multiple(t1, 3227, 15);
        t1 -= Multiple(t7, 6393, 15);
        t7 += Multiple(t1, 3227, 15);
        t5 += Multiple(t3, 2485, 13);
        t3 -= Multiple(t5, 18205, 15);
        t5 += Multiple(t3, 2485, 13);

        output[0] = t0;
        output[1] = t1;
        output[2] = t2;
        output[3] = t3;
        output[4] = t4;
        output[5] = t5;
        output[6] = t6;
        output[7] = t7;
    }

    /// <summary>value · numerator / 2^shift, rounded half up.</summary>
    private static TInteger Multiple<TInteger>(TInteger value, int numerator, int shift)
        where TInteger : unmanaged, IBinaryInteger<TInteger> =>
        ((value * TInteger.CreateTruncating(numerator)) + TInteger.CreateTruncating(1 << (shift - 1))) >> shift;

    /// <summary>Half, rounded toward zero.</summary>
    private static TInteger Half<TInteger>(TInteger value)
        where TInteger : unmanaged, IBinaryInteger<TInteger> =>
        (value + (TInteger.IsNegative(value) ? TInteger.One : TInteger.Zero)) >> 1;
}
