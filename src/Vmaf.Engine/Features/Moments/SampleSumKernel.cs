using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Moments;

/// <summary>Sums of samples and of their squares, exact.</summary>
internal static unsafe class SampleSumKernel
{
    /// <summary>The sums over a plane.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="tier">Instruction set to use; all give the same sums.</param>
    public static SampleSums Sum(PlaneView plane, SimdTier tier) => tier switch
    {
        SimdTier.Avx512 => SumRows<Width512, Vector512<byte>>(plane),
        SimdTier.Avx2 => SumRows<Width256, Vector256<byte>>(plane),
        SimdTier.Vector128 => SumRows<Width128, Vector128<byte>>(plane),
        _ => SumScalar(plane),
    };

    private static SampleSums SumScalar(PlaneView plane)
    {
        SampleSums sums = default;
        for (int y = 0; y < plane.Height; y++)
        {
            sums += SumScalar(plane, y, 0);
        }

        return sums;
    }

    private static SampleSums SumScalar(PlaneView plane, int y, int firstColumn)
    {
        ulong samples = 0;
        ulong squares = 0;
        for (int x = firstColumn; x < plane.Width; x++)
        {
            ulong sample = plane.BytesPerSample == 1 ? plane.RowPointer(y)[x] : ((ushort*)plane.RowPointer(y))[x];
            samples += sample;
            squares += sample * sample;
        }

        return new SampleSums(samples, squares);
    }

    private static SampleSums SumRows<TWidth, V>(PlaneView plane)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        // 64-bit lanes.
        V samples = TWidth.Zero();
        V squares = TWidth.Zero();
        SampleSums tails = default;
        int step = plane.BytesPerSample == 1 ? TWidth.ByteCount / 2 : TWidth.ByteCount / 4;
        int whole = plane.Width / step * step;
        for (int y = 0; y < plane.Height; y++)
        {
            if (plane.BytesPerSample == 1)
            {
                AddBytes<TWidth, V>(plane.RowPointer(y), whole, ref samples, ref squares);
            }
            else
            {
                AddWords<TWidth, V>((ushort*)plane.RowPointer(y), whole, ref samples, ref squares);
            }

            tails += SumScalar(plane, y, whole);
        }

        return tails + new SampleSums((ulong)TWidth.Sum64(samples), (ulong)TWidth.Sum64(squares));
    }

    /// <summary>A 32-bit lane holds up to 33,000 steps of at most 2 · 255².</summary>
    private static void AddBytes<TWidth, V>(byte* row, int count, ref V samples, ref V squares)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V rowSamples = TWidth.Zero();
        V rowSquares = TWidth.Zero();
        V one = TWidth.Broadcast16(1);
        for (int x = 0; x < count; x += TWidth.ByteCount / 2)
        {
            V words = TWidth.LoadWiden8To16(row + x);
            rowSamples = TWidth.Add32(rowSamples, TWidth.MultiplyAddAdjacent16(words, one));
            rowSquares = TWidth.Add32(rowSquares, TWidth.MultiplyAddAdjacent16(words, words));
        }

        samples = AddHalves<TWidth, V>(samples, rowSamples);
        squares = AddHalves<TWidth, V>(squares, rowSquares);
    }

    /// <summary>A 32-bit lane holds up to 65,000 samples; squares are added in 64 bits.</summary>
    private static void AddWords<TWidth, V>(ushort* row, int count, ref V samples, ref V squares)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V rowSamples = TWidth.Zero();
        for (int x = 0; x < count; x += TWidth.ByteCount / 4)
        {
            V values = TWidth.LoadWiden16To32(row + x);
            V odd = TWidth.ShiftRightLogical64(values, 32);
            rowSamples = TWidth.Add32(rowSamples, values);
            squares = TWidth.Add64(squares, TWidth.Add64(TWidth.MultiplyEvenUnsigned32(values, values), TWidth.MultiplyEvenUnsigned32(odd, odd)));
        }

        samples = AddHalves<TWidth, V>(samples, rowSamples);
    }

    private static V AddHalves<TWidth, V>(V sums, V halves)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        TWidth.Add64(sums, TWidth.Add64(TWidth.And(halves, TWidth.Broadcast64(uint.MaxValue)), TWidth.ShiftRightLogical64(halves, 32)));
}
