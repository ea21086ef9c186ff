using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// Weighted sums of rows of floats, each product rounded to single precision and added up in double precision, as the image quality
/// assessment library under libvmaf's SSIM does it.
/// </summary>
internal static unsafe class WeightedRowSum
{
    /// <summary>destination[x] = Σ taps[k][x] · weights[k], k rising.</summary>
    /// <param name="taps">Rows, or shifted views of one row.</param>
    /// <param name="weights">The weight of each.</param>
    /// <param name="tapCount">How many there are.</param>
    /// <param name="destination">Receives the sums.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Compute(float** taps, float* weights, int tapCount, float* destination, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Compute<Width512, Vector512<byte>>(taps, weights, tapCount, destination, count),
            SimdTier.Avx2 => Compute<Width256, Vector256<byte>>(taps, weights, tapCount, destination, count),
            SimdTier.Vector128 => Compute<Width128, Vector128<byte>>(taps, weights, tapCount, destination, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            double sum = 0;
            for (int tap = 0; tap < tapCount; tap++)
            {
                sum += taps[tap][x] * weights[tap];
            }

            destination[x] = (float)sum;
        }
    }

    private static int Compute<TWidth, V>(float** taps, float* weights, int tapCount, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + (2 * lanes) <= count; x += 2 * lanes)
        {
            V sum0 = TWidth.Zero();
            V sum1 = TWidth.Zero();
            V sum2 = TWidth.Zero();
            V sum3 = TWidth.Zero();
            for (int tap = 0; tap < tapCount; tap++)
            {
                V weight = TWidth.BroadcastSingle(weights[tap]);
                float* row = taps[tap] + x;
                V first = TWidth.MultiplySingle(TWidth.Load(row), weight);
                V second = TWidth.MultiplySingle(TWidth.Load(row + lanes), weight);
                sum0 = TWidth.AddDouble(sum0, TWidth.ConvertLowerSingleToDouble(first));
                sum1 = TWidth.AddDouble(sum1, TWidth.ConvertUpperSingleToDouble(first));
                sum2 = TWidth.AddDouble(sum2, TWidth.ConvertLowerSingleToDouble(second));
                sum3 = TWidth.AddDouble(sum3, TWidth.ConvertUpperSingleToDouble(second));
            }

            TWidth.Store(TWidth.NarrowDoublesToSingle(sum0, sum1), destination + x);
            TWidth.Store(TWidth.NarrowDoublesToSingle(sum2, sum3), destination + x + lanes);
        }

        return x;
    }
}
