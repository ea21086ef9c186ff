using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Psnr;

/// <summary>Sum of squared sample differences of two planes, exact.</summary>
internal static unsafe class SquaredErrorKernel
{
    /// <summary>The sum over all samples.</summary>
    /// <param name="reference">A plane.</param>
    /// <param name="distorted">A plane of the same size and bit depth.</param>
    /// <param name="tier">Instruction set to use; all give the same sum.</param>
    public static ulong Sum(PlaneView reference, PlaneView distorted, SimdTier tier)
    {
        if (reference.Width != distorted.Width || reference.Height != distorted.Height || reference.BitDepth != distorted.BitDepth)
        {
            throw new ArgumentException("The planes differ in size or bit depth.", nameof(distorted));
        }

        return tier switch
        {
            SimdTier.Avx512 => SumRows<Width512, Vector512<byte>>(reference, distorted),
            SimdTier.Avx2 => SumRows<Width256, Vector256<byte>>(reference, distorted),
            SimdTier.Vector128 => SumRows<Width128, Vector128<byte>>(reference, distorted),
            _ => SumScalar(reference, distorted),
        };
    }

    private static ulong SumScalar(PlaneView reference, PlaneView distorted)
    {
        ulong sum = 0;
        for (int y = 0; y < reference.Height; y++)
        {
            sum += reference.BytesPerSample == 1
                ? ScalarSum(reference.RowPointer(y), distorted.RowPointer(y), reference.Width)
                : ScalarSum((ushort*)reference.RowPointer(y), (ushort*)distorted.RowPointer(y), reference.Width);
        }

        return sum;
    }

    private static ulong SumRows<TWidth, V>(PlaneView reference, PlaneView distorted)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V sums = TWidth.Zero(); // 64-bit lanes
        ulong tails = 0;
        int step = reference.BytesPerSample == 1 ? TWidth.ByteCount / 2 : TWidth.ByteCount / 4;
        int whole = reference.Width / step * step;
        for (int y = 0; y < reference.Height; y++)
        {
            byte* referenceRow = reference.RowPointer(y);
            byte* distortedRow = distorted.RowPointer(y);
            if (reference.BytesPerSample == 1)
            {
                sums = TWidth.Add64(sums, SumBytes<TWidth, V>(referenceRow, distortedRow, whole));
                tails += ScalarSum(referenceRow + whole, distortedRow + whole, reference.Width - whole);
            }
            else
            {
                sums = TWidth.Add64(sums, SumWords<TWidth, V>((ushort*)referenceRow, (ushort*)distortedRow, whole));
                tails += ScalarSum((ushort*)referenceRow + whole, (ushort*)distortedRow + whole, reference.Width - whole);
            }
        }

        return (ulong)TWidth.Sum64(sums) + tails;
    }

    /// <summary>64-bit lanes; a 32-bit lane holds up to 33,000 steps of at most 2 · 255².</summary>
    private static V SumBytes<TWidth, V>(byte* reference, byte* distorted, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V sums = TWidth.Zero();
        for (int x = 0; x < count; x += TWidth.ByteCount / 2)
        {
            V difference = TWidth.Subtract16(TWidth.LoadWiden8To16(reference + x), TWidth.LoadWiden8To16(distorted + x));
            sums = TWidth.Add32(sums, TWidth.MultiplyAddAdjacent16(difference, difference));
        }

        return TWidth.Add64(TWidth.And(sums, TWidth.Broadcast64(uint.MaxValue)), TWidth.ShiftRightLogical64(sums, 32));
    }

    private static V SumWords<TWidth, V>(ushort* reference, ushort* distorted, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V sums = TWidth.Zero();
        for (int x = 0; x < count; x += TWidth.ByteCount / 4)
        {
            V difference = TWidth.Subtract32(TWidth.LoadWiden16To32(reference + x), TWidth.LoadWiden16To32(distorted + x));
            V odd = TWidth.ShiftRightLogical64(difference, 32);
            sums = TWidth.Add64(sums, TWidth.Add64(TWidth.MultiplyEven32(difference, difference), TWidth.MultiplyEven32(odd, odd)));
        }

        return sums;
    }

    private static ulong ScalarSum<TSample>(TSample* reference, TSample* distorted, int count)
        where TSample : unmanaged
    {
        ulong sum = 0;
        for (int x = 0; x < count; x++)
        {
            int difference = sizeof(TSample) == 1
                ? ((byte*)reference)[x] - ((byte*)distorted)[x]
                : ((ushort*)reference)[x] - ((ushort*)distorted)[x];

            // 65535² fits 32 bits without a sign.
            sum += (uint)(difference * difference);
        }

        return sum;
    }
}
