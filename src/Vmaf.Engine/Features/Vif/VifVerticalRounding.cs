using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// Rounds the sums of the vertical filter and packs them into rows of 16-bit values, in the order of the columns and held less 32,768,
/// for the horizontal filter. Sums come as two registers a block, 2^31 too small.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class VifVerticalRounding<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>Rounds filtered samples to 16 bits.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="bitDepth">Bits of the samples.</param>
    /// <param name="row">Receives the rounded values.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void RoundMeans(byte* sums, int blocks, int bitDepth, short* row)
    {
        // Restores the 2^31 and takes away the 32,768 of the result, before the shift; the number stays within 32 signed bits.
        V rounding = TWidth.Broadcast32(unchecked(int.MinValue + (1 << (bitDepth - 1)) - (int)(1L << (bitDepth + 15))));
        for (int block = 0; block < blocks; block++)
        {
            V first = TWidth.ShiftRightArithmetic32(TWidth.Add32(TWidth.Load(sums), rounding), bitDepth);
            V second = TWidth.ShiftRightArithmetic32(TWidth.Add32(TWidth.Load(sums + TWidth.ByteCount), rounding), bitDepth);
            TWidth.Store(TWidth.PackSigned32To16(first, second), row);
            sums += 2 * TWidth.ByteCount;
            row += TWidth.ByteCount / 2;
        }
    }

    /// <summary>Splits filtered squares of 8-bit samples, which need no rounding, into halves.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="lowRow">Receives the low halves.</param>
    /// <param name="highRow">Receives the high halves.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void SplitSquares(byte* sums, int blocks, short* lowRow, short* highRow)
    {
        for (int block = 0; block < blocks; block++)
        {
            StoreHalves(TWidth.Load(sums), TWidth.Load(sums + TWidth.ByteCount), lowRow, highRow);
            sums += 2 * TWidth.ByteCount;
            lowRow += TWidth.ByteCount / 2;
            highRow += TWidth.ByteCount / 2;
        }
    }

    /// <summary>Joins the filtered halves of squares, rounds, and splits the results into halves.</summary>
    /// <param name="lowSums">Sums of the low halves.</param>
    /// <param name="highSums">Sums of the high halves.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="shift">Bits to drop, 2 to 16.</param>
    /// <param name="lowRow">Receives the low halves.</param>
    /// <param name="highRow">Receives the high halves.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void RoundSquares(byte* lowSums, byte* highSums, int blocks, int shift, short* lowRow, short* highRow)
    {
        // A sum of high halves counts 65,536-fold, so no rounding touches it; its missing 2^31 is in the result only if it is not
        // shifted out. The result is again held less 2^31.
        V lowRounding = TWidth.Broadcast32(int.MinValue + (1 << (shift - 1)));
        V bias = TWidth.Broadcast32(shift == 16 ? 0 : int.MinValue);
        for (int block = 0; block < blocks; block++)
        {
            V first = TWidth.Add32(
                TWidth.Add32(TWidth.ShiftLeft32(TWidth.Load(highSums), 16 - shift), bias),
                TWidth.ShiftRightLogical32(TWidth.Add32(TWidth.Load(lowSums), lowRounding), shift));
            V second = TWidth.Add32(
                TWidth.Add32(TWidth.ShiftLeft32(TWidth.Load(highSums + TWidth.ByteCount), 16 - shift), bias),
                TWidth.ShiftRightLogical32(TWidth.Add32(TWidth.Load(lowSums + TWidth.ByteCount), lowRounding), shift));
            StoreHalves(first, second, lowRow, highRow);
            lowSums += 2 * TWidth.ByteCount;
            highSums += 2 * TWidth.ByteCount;
            lowRow += TWidth.ByteCount / 2;
            highRow += TWidth.ByteCount / 2;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(V first, V second, short* lowRow, short* highRow)
    {
        TWidth.Store(TWidth.PackHighHalves32(first, second), highRow);
        TWidth.Store(TWidth.Xor(TWidth.PackLowHalves32(first, second), TWidth.Broadcast16(short.MinValue)), lowRow);
    }
}
