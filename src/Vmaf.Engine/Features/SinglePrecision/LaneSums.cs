using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// Adds rows of doubles to <see cref="Count"/> running sums, value i to sum i mod 8, so that every register width rounds alike.
/// </summary>
internal static unsafe class LaneSums
{
    /// <summary>Number of running sums.</summary>
    public const int Count = 8;

    /// <summary>Adds a row.</summary>
    /// <param name="values">The row.</param>
    /// <param name="count">Its length.</param>
    /// <param name="sums"><see cref="Count"/> running sums.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void AddRow(double* values, int count, double* sums, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Add<Width512, Vector512<byte>>(values, count, sums),
            SimdTier.Avx2 => Add<Width256, Vector256<byte>>(values, count, sums),
            SimdTier.Vector128 => Add<Width128, Vector128<byte>>(values, count, sums),
            _ => 0,
        };
        for (int index = done; index < count; index++)
        {
            sums[index % Count] += values[index];
        }
    }

    /// <summary>The sum of all.</summary>
    /// <param name="sums"><see cref="Count"/> running sums.</param>
    public static double Total(double* sums) =>
        ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));

    private static int Add<TWidth, V>(double* values, int count, double* sums)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int whole = count / Count * Count;
        for (int lane = 0; lane < Count; lane += TWidth.ByteCount / sizeof(double))
        {
            V sum = TWidth.Load(sums + lane);
            for (int index = lane; index < whole; index += Count)
            {
                sum = TWidth.AddDouble(sum, TWidth.Load(values + index));
            }

            TWidth.Store(sum, sums + lane);
        }

        return whole;
    }
}
