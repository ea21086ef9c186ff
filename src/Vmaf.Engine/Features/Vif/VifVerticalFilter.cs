using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// The vertical filter over row pairs (<see cref="VifRowPairs{TWidth, V, TSample}"/>): unrounded 32-bit sums, 2^31 too small, modulo
/// 2^32. Four output rows 0 to 3 share the loads; rows 2 and 3 use the pairs one further down.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="TFilter">The filter.</typeparam>
internal static unsafe class VifVerticalFilter<TWidth, V, TFilter>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
    where TFilter : struct, IVifFilter
{
    /// <summary>Filters four output rows.</summary>
    /// <param name="pairs">Addresses of the <see cref="IVifFilter.PairCount"/> + 1 row pairs, the uppermost first.</param>
    /// <param name="offset">Bytes to add to each address.</param>
    /// <param name="registers">Registers of each pair to filter.</param>
    /// <param name="sums">Receives the sums, in the order of the pairs.</param>
    /// <param name="sumStride">Bytes from an output row's sums to the next row's.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void FilterFourRows(byte** pairs, nint offset, int registers, byte* sums, nint sumStride)
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
        nint end = offset + ((nint)registers * TWidth.ByteCount);
        for (nint at = offset; at < end; at += TWidth.ByteCount)
        {
            V pair = TWidth.Load(pairs[0] + at);
            V row0 = TWidth.MultiplyAddAdjacent16(pair, e0);
            V row1 = TWidth.MultiplyAddAdjacent16(pair, o0);

            V next = TWidth.Load(pairs[1] + at);
            V row2 = TWidth.MultiplyAddAdjacent16(next, e0);
            V row3 = TWidth.MultiplyAddAdjacent16(next, o0);

            pair = next;
            next = TWidth.Load(pairs[2] + at);
            row0 = VifFilterStep<TWidth, V>.Accumulate(row0, pair, e1, next, e2);
            row1 = VifFilterStep<TWidth, V>.Accumulate(row1, pair, o1, next, o2);

            pair = next;
            next = TWidth.Load(pairs[3] + at);
            row2 = VifFilterStep<TWidth, V>.Accumulate(row2, pair, e1, next, e2);
            row3 = VifFilterStep<TWidth, V>.Accumulate(row3, pair, o1, next, o2);
            if (TFilter.PairCount > 3)
            {
                pair = next;
                next = TWidth.Load(pairs[4] + at);
                row0 = VifFilterStep<TWidth, V>.Accumulate(row0, pair, e3, next, e4);
                row1 = VifFilterStep<TWidth, V>.Accumulate(row1, pair, o3, next, o4);

                pair = next;
                next = TWidth.Load(pairs[5] + at);
                row2 = VifFilterStep<TWidth, V>.Accumulate(row2, pair, e3, next, e4);
                row3 = VifFilterStep<TWidth, V>.Accumulate(row3, pair, o3, next, o4);
            }

            if (TFilter.PairCount > 5)
            {
                pair = next;
                next = TWidth.Load(pairs[6] + at);
                row0 = VifFilterStep<TWidth, V>.Accumulate(row0, pair, e5, next, e6);
                row1 = VifFilterStep<TWidth, V>.Accumulate(row1, pair, o5, next, o6);

                pair = next;
                next = TWidth.Load(pairs[7] + at);
                row2 = VifFilterStep<TWidth, V>.Accumulate(row2, pair, e5, next, e6);
                row3 = VifFilterStep<TWidth, V>.Accumulate(row3, pair, o5, next, o6);

                pair = next;
                next = TWidth.Load(pairs[8] + at);
                row0 = VifFilterStep<TWidth, V>.Accumulate(row0, pair, e7, next, e8);
                row1 = VifFilterStep<TWidth, V>.Accumulate(row1, pair, o7, next, o8);

                pair = next;
                next = TWidth.Load(pairs[9] + at);
                row2 = VifFilterStep<TWidth, V>.Accumulate(row2, pair, e7, next, e8);
                row3 = VifFilterStep<TWidth, V>.Accumulate(row3, pair, o7, next, o8);
            }

            if (TFilter.HasWideCentre)
            {
                // What the signed tap lacks is 65,536 times the centre: the low half of the second pair for row 0, the high for row 1.
                V highHalf = TWidth.Broadcast32(unchecked((int)0xFFFF0000));
                V centre = TWidth.Load(pairs[1] + at);
                row0 = TWidth.Add32(row0, TWidth.ShiftLeft32(centre, 16));
                row1 = TWidth.Add32(row1, TWidth.And(centre, highHalf));
                centre = TWidth.Load(pairs[2] + at);
                row2 = TWidth.Add32(row2, TWidth.ShiftLeft32(centre, 16));
                row3 = TWidth.Add32(row3, TWidth.And(centre, highHalf));
            }

            TWidth.Store(row0, sums);
            TWidth.Store(row1, sums + sumStride);
            TWidth.Store(row2, sums + (2 * sumStride));
            TWidth.Store(row3, sums + (3 * sumStride));
            sums += TWidth.ByteCount;
        }
    }

    /// <summary>Filters the output rows 0 and 2 alone, for the next scale.</summary>
    /// <param name="pairs">Addresses of the <see cref="IVifFilter.PairCount"/> + 1 row pairs, the uppermost first.</param>
    /// <param name="offset">Bytes to add to each address.</param>
    /// <param name="registers">Registers of each pair to filter.</param>
    /// <param name="sums">Receives the sums, in the order of the pairs.</param>
    /// <param name="sumStride">Bytes from an output row's sums to the next row's.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void FilterEvenRows(byte** pairs, nint offset, int registers, byte* sums, nint sumStride)
    {
        int[] even = VifTapPairs<TFilter>.Even;
        V e0 = TWidth.Broadcast32(even[0]);
        V e1 = TWidth.Broadcast32(even[1]);
        V e2 = TWidth.Broadcast32(even[2]);
        V e3 = TWidth.Broadcast32(even[3]);
        V e4 = TWidth.Broadcast32(even[4]);
        nint end = offset + ((nint)registers * TWidth.ByteCount);
        for (nint at = offset; at < end; at += TWidth.ByteCount)
        {
            V row0 = TWidth.MultiplyAddAdjacent16(TWidth.Load(pairs[0] + at), e0);

            V pair;
            V next = TWidth.Load(pairs[1] + at);
            V row2 = TWidth.MultiplyAddAdjacent16(next, e0);

            pair = next;
            next = TWidth.Load(pairs[2] + at);
            row0 = VifFilterStep<TWidth, V>.Accumulate(row0, pair, e1, next, e2);

            pair = next;
            next = TWidth.Load(pairs[3] + at);
            row2 = VifFilterStep<TWidth, V>.Accumulate(row2, pair, e1, next, e2);
            if (TFilter.PairCount > 3)
            {
                pair = next;
                next = TWidth.Load(pairs[4] + at);
                row0 = VifFilterStep<TWidth, V>.Accumulate(row0, pair, e3, next, e4);

                pair = next;
                next = TWidth.Load(pairs[5] + at);
                row2 = VifFilterStep<TWidth, V>.Accumulate(row2, pair, e3, next, e4);
            }

            if (TFilter.HasWideCentre)
            {
                row0 = TWidth.Add32(row0, TWidth.ShiftLeft32(TWidth.Load(pairs[1] + at), 16));
                row2 = TWidth.Add32(row2, TWidth.ShiftLeft32(TWidth.Load(pairs[2] + at), 16));
            }

            TWidth.Store(row0, sums);
            TWidth.Store(row2, sums + sumStride);
            sums += TWidth.ByteCount;
        }
    }
}
