using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Sums of rows under SSIM's window, rounded as libvmaf does: each product to single precision, added up in double precision, the sum to
/// single precision. The variances of nearly flat areas are what that rounding makes them, and the terms of SSIM show it in the sixth digit.
/// </summary>
internal static unsafe class WindowFilter
{
    /// <summary>Side of the window.</summary>
    public const int Length = 11;

    // Half of the window; the other half mirrors it.
    private const float Weight0 = 0.001028f;
    private const float Weight1 = 0.007599f;
    private const float Weight2 = 0.036001f;
    private const float Weight3 = 0.109361f;
    private const float Weight4 = 0.213006f;
    private const float Weight5 = 0.266012f;

    /// <summary>destination[x] = Σ row[x + k] · weight[k].</summary>
    /// <param name="row">A row; a register more than it takes is read.</param>
    /// <param name="destination">Receives the sums, and up to a register more.</param>
    /// <param name="count">Number of sums.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Across(float* row, float* destination, int count, SimdTier tier)
    {
        switch (tier)
        {
            case SimdTier.Avx512:
                Across<Width512, Vector512<byte>>(row, destination, count);
                break;
            case SimdTier.Avx2:
                Across<Width256, Vector256<byte>>(row, destination, count);
                break;
            case SimdTier.Vector128:
                Across<Width128, Vector128<byte>>(row, destination, count);
                break;
            default:
                for (int x = 0; x < count; x++)
                {
                    float* first = row + x;
                    destination[x] = Sum(
                        first[0], first[1], first[2], first[3], first[4], first[5], first[6], first[7], first[8], first[9], first[10]);
                }

                break;
        }
    }

    /// <summary>Sums downwards.</summary>
    /// <param name="rows"><see cref="Length"/> rows.</param>
    /// <param name="start">First column.</param>
    /// <param name="destination">Receives the sums, and up to a register more.</param>
    /// <param name="count">Number of columns.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Down(float** rows, int start, float* destination, int count, SimdTier tier)
    {
        switch (tier)
        {
            case SimdTier.Avx512:
                Down<Width512, Vector512<byte>>(rows, start, destination, count);
                break;
            case SimdTier.Avx2:
                Down<Width256, Vector256<byte>>(rows, start, destination, count);
                break;
            case SimdTier.Vector128:
                Down<Width128, Vector128<byte>>(rows, start, destination, count);
                break;
            default:
                for (int x = start; x < start + count; x++)
                {
                    destination[x - start] = Sum(
                        rows[0][x], rows[1][x], rows[2][x], rows[3][x], rows[4][x], rows[5][x],
                        rows[6][x], rows[7][x], rows[8][x], rows[9][x], rows[10][x]);
                }

                break;
        }
    }

    private static float Sum(
        float v0, float v1, float v2, float v3, float v4, float v5, float v6, float v7, float v8, float v9, float v10)
    {
        double sum = v0 * Weight0;
        sum += v1 * Weight1;
        sum += v2 * Weight2;
        sum += v3 * Weight3;
        sum += v4 * Weight4;
        sum += v5 * Weight5;
        sum += v6 * Weight4;
        sum += v7 * Weight3;
        sum += v8 * Weight2;
        sum += v9 * Weight1;
        sum += v10 * Weight0;
        return (float)sum;
    }

    private static void Across<TWidth, V>(float* row, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V weight0 = TWidth.BroadcastSingle(Weight0);
        V weight1 = TWidth.BroadcastSingle(Weight1);
        V weight2 = TWidth.BroadcastSingle(Weight2);
        V weight3 = TWidth.BroadcastSingle(Weight3);
        V weight4 = TWidth.BroadcastSingle(Weight4);
        V weight5 = TWidth.BroadcastSingle(Weight5);
        int half = TWidth.ByteCount / sizeof(double);
        for (int x = 0; x < count; x += 2 * half)
        {
            float* first = row + x;
            V lower = TWidth.MultiplySingleToDouble(first, weight0);
            V upper = TWidth.MultiplySingleToDouble(first + half, weight0);
            Add<TWidth, V>(first + 1, weight1, ref lower, ref upper);
            Add<TWidth, V>(first + 2, weight2, ref lower, ref upper);
            Add<TWidth, V>(first + 3, weight3, ref lower, ref upper);
            Add<TWidth, V>(first + 4, weight4, ref lower, ref upper);
            Add<TWidth, V>(first + 5, weight5, ref lower, ref upper);
            Add<TWidth, V>(first + 6, weight4, ref lower, ref upper);
            Add<TWidth, V>(first + 7, weight3, ref lower, ref upper);
            Add<TWidth, V>(first + 8, weight2, ref lower, ref upper);
            Add<TWidth, V>(first + 9, weight1, ref lower, ref upper);
            Add<TWidth, V>(first + 10, weight0, ref lower, ref upper);
            TWidth.Store(TWidth.NarrowDoublesToSingle(lower, upper), destination + x);
        }
    }

    private static void Down<TWidth, V>(float** rows, int start, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V weight0 = TWidth.BroadcastSingle(Weight0);
        V weight1 = TWidth.BroadcastSingle(Weight1);
        V weight2 = TWidth.BroadcastSingle(Weight2);
        V weight3 = TWidth.BroadcastSingle(Weight3);
        V weight4 = TWidth.BroadcastSingle(Weight4);
        V weight5 = TWidth.BroadcastSingle(Weight5);
        int half = TWidth.ByteCount / sizeof(double);
        for (int x = 0; x < count; x += 2 * half)
        {
            nint column = start + x;
            V lower = TWidth.MultiplySingleToDouble(rows[0] + column, weight0);
            V upper = TWidth.MultiplySingleToDouble(rows[0] + column + half, weight0);
            Add<TWidth, V>(rows[1] + column, weight1, ref lower, ref upper);
            Add<TWidth, V>(rows[2] + column, weight2, ref lower, ref upper);
            Add<TWidth, V>(rows[3] + column, weight3, ref lower, ref upper);
            Add<TWidth, V>(rows[4] + column, weight4, ref lower, ref upper);
            Add<TWidth, V>(rows[5] + column, weight5, ref lower, ref upper);
            Add<TWidth, V>(rows[6] + column, weight4, ref lower, ref upper);
            Add<TWidth, V>(rows[7] + column, weight3, ref lower, ref upper);
            Add<TWidth, V>(rows[8] + column, weight2, ref lower, ref upper);
            Add<TWidth, V>(rows[9] + column, weight1, ref lower, ref upper);
            Add<TWidth, V>(rows[10] + column, weight0, ref lower, ref upper);
            TWidth.Store(TWidth.NarrowDoublesToSingle(lower, upper), destination + x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TWidth, V>(float* values, V weight, ref V lower, ref V upper)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        lower = TWidth.AddDouble(lower, TWidth.MultiplySingleToDouble(values, weight));
        upper = TWidth.AddDouble(upper, TWidth.MultiplySingleToDouble(values + (TWidth.ByteCount / sizeof(double)), weight));
    }
}
