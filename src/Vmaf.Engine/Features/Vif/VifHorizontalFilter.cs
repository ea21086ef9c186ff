using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// The horizontal filter over a row of 16-bit values held less 32,768: unrounded 32-bit sums, 2^31 too small, modulo 2^32. A load at an
/// even column serves the even and the odd outputs of a block; these stay apart.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="TFilter">The filter.</typeparam>
internal static unsafe class VifHorizontalFilter<TWidth, V, TFilter>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
    where TFilter : struct, IVifFilter
{
    /// <summary>Filters blocks of columns; the high halves of squares are joined with the low halves, filtered before, and rounded.</summary>
    /// <param name="row">First column; <see cref="IVifFilter.Reach"/> columns before it are read, and as many plus 2 after the last.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="joinsLowHalves">Whether the row holds high halves, and <paramref name="sums"/> the sums of the low halves.</param>
    /// <param name="sums">Receives a register of the even columns of each block, then one of its odd columns.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void Filter(short* row, int blocks, bool joinsLowHalves, byte* sums)
    {
        int[] even = VifTapPairs<TFilter>.Even;
        V e0 = TWidth.Broadcast32(even[0]);
        V e1 = TWidth.Broadcast32(even[1]);
        V e2 = TWidth.Broadcast32(even[2]);
        V e3 = TWidth.Broadcast32(even[3]);
        V e4 = TWidth.Broadcast32(even[4]);
        V e5 = TWidth.Broadcast32(even[5]);
        V e6 = TWidth.Broadcast32(even[6]);
        V e7 = TWidth.Broadcast32(even[7]);
        V e8 = TWidth.Broadcast32(even[8]);
        int[] odd = VifTapPairs<TFilter>.Odd;
        V o0 = TWidth.Broadcast32(odd[0]);
        V o1 = TWidth.Broadcast32(odd[1]);
        V o2 = TWidth.Broadcast32(odd[2]);
        V o3 = TWidth.Broadcast32(odd[3]);
        V o4 = TWidth.Broadcast32(odd[4]);
        V o5 = TWidth.Broadcast32(odd[5]);
        V o6 = TWidth.Broadcast32(odd[6]);
        V o7 = TWidth.Broadcast32(odd[7]);
        V o8 = TWidth.Broadcast32(odd[8]);
        short* source = row - TFilter.Reach;
        byte* end = sums + ((nint)blocks * 2 * TWidth.ByteCount);
        for (; sums < end; sums += 2 * TWidth.ByteCount)
        {
            V pair = TWidth.Load(source);
            V next;
            V evenSum = TWidth.MultiplyAddAdjacent16(pair, e0);
            V oddSum = TWidth.MultiplyAddAdjacent16(pair, o0);
            pair = TWidth.Load(source + 2);
            next = TWidth.Load(source + 4);
            evenSum = VifFilterStep<TWidth, V>.Accumulate(evenSum, pair, e1, next, e2);
            oddSum = VifFilterStep<TWidth, V>.Accumulate(oddSum, pair, o1, next, o2);
            if (TFilter.PairCount > 3)
            {
                pair = TWidth.Load(source + 6);
                next = TWidth.Load(source + 8);
                evenSum = VifFilterStep<TWidth, V>.Accumulate(evenSum, pair, e3, next, e4);
                oddSum = VifFilterStep<TWidth, V>.Accumulate(oddSum, pair, o3, next, o4);
            }

            if (TFilter.PairCount > 5)
            {
                pair = TWidth.Load(source + 10);
                next = TWidth.Load(source + 12);
                evenSum = VifFilterStep<TWidth, V>.Accumulate(evenSum, pair, e5, next, e6);
                oddSum = VifFilterStep<TWidth, V>.Accumulate(oddSum, pair, o5, next, o6);
                pair = TWidth.Load(source + 14);
                next = TWidth.Load(source + 16);
                evenSum = VifFilterStep<TWidth, V>.Accumulate(evenSum, pair, e7, next, e8);
                oddSum = VifFilterStep<TWidth, V>.Accumulate(oddSum, pair, o7, next, o8);
            }

            if (TFilter.HasWideCentre)
            {
                V centre = TWidth.Load(source + TFilter.Reach);
                evenSum = TWidth.Add32(evenSum, TWidth.ShiftLeft32(centre, 16));
                oddSum = TWidth.Add32(oddSum, TWidth.And(centre, TWidth.Broadcast32(unchecked((int)0xFFFF0000))));
            }

            if (joinsLowHalves)
            {
                evenSum = Join(evenSum, TWidth.Load(sums));
                oddSum = Join(oddSum, TWidth.Load(sums + TWidth.ByteCount));
            }

            TWidth.Store(evenSum, sums);
            TWidth.Store(oddSum, sums + TWidth.ByteCount);
            source += TWidth.ByteCount / 2;
        }
    }

    /// <summary>Filters the even columns alone and rounds them to 16-bit samples: a row of the next scale.</summary>
    /// <param name="row">First column; <see cref="IVifFilter.Reach"/> columns before it are read, and as many plus 2 after the last.</param>
    /// <param name="blocks">Number of blocks.</param>
    /// <param name="samples">Receives half a block of samples for each block.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void FilterEvenColumns(short* row, int blocks, ushort* samples)
    {
        int[] even = VifTapPairs<TFilter>.Even;
        V e0 = TWidth.Broadcast32(even[0]);
        V e1 = TWidth.Broadcast32(even[1]);
        V e2 = TWidth.Broadcast32(even[2]);
        V e3 = TWidth.Broadcast32(even[3]);
        V e4 = TWidth.Broadcast32(even[4]);
        V rounding = TWidth.Broadcast32(int.MinValue + 32768);
        short* source = row - TFilter.Reach;
        for (int block = 0; block < blocks; block++)
        {
            V sum = TWidth.MultiplyAddAdjacent16(TWidth.Load(source), e0);
            sum = VifFilterStep<TWidth, V>.Accumulate(sum, TWidth.Load(source + 2), e1, TWidth.Load(source + 4), e2);
            if (TFilter.PairCount > 3)
            {
                sum = VifFilterStep<TWidth, V>.Accumulate(sum, TWidth.Load(source + 6), e3, TWidth.Load(source + 8), e4);
            }

            if (TFilter.HasWideCentre)
            {
                sum = TWidth.Add32(sum, TWidth.ShiftLeft32(TWidth.Load(source + TFilter.Reach), 16));
            }

            TWidth.StoreNarrowed32To16(TWidth.ShiftRightLogical32(TWidth.Add32(sum, rounding), 16), samples);
            source += TWidth.ByteCount / 2;
            samples += TWidth.ByteCount / 4;
        }
    }

    /// <summary>Adds the upper 16 bits of the low halves' sum, rounded, to that of the high halves, which counts 65,536-fold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Join(V high, V low) =>
        TWidth.Add32(high, TWidth.ShiftRightLogical32(TWidth.Add32(low, TWidth.Broadcast32(int.MinValue + 32768)), 16));
}
