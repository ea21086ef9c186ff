using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>Weighted sums of rows of floats in single precision, in the order of the taps.</summary>
internal static unsafe class SingleRowSum
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
            float sum = 0;
            for (int tap = 0; tap < tapCount; tap++)
            {
                sum += taps[tap][x] * weights[tap];
            }

            destination[x] = sum;
        }
    }

    /// <summary>Filters along a row whose margins are filled.</summary>
    /// <param name="row">The row; the filter's middle stands on each sample in turn.</param>
    /// <param name="weights">An odd number of weights.</param>
    /// <param name="length">How many there are.</param>
    /// <param name="destination">Receives the sums.</param>
    /// <param name="count">Length of the row.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Along(float* row, float* weights, int length, float* destination, int count, SimdTier tier)
    {
        float** taps = stackalloc float*[length];
        for (int tap = 0; tap < length; tap++)
        {
            taps[tap] = row + tap - (length / 2);
        }

        Compute(taps, weights, length, destination, count, tier);
    }

    private static int Compute<TWidth, V>(float** taps, float* weights, int tapCount, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + (4 * lanes) <= count; x += 4 * lanes)
        {
            V sum0 = TWidth.Zero();
            V sum1 = TWidth.Zero();
            V sum2 = TWidth.Zero();
            V sum3 = TWidth.Zero();
            for (int tap = 0; tap < tapCount; tap++)
            {
                V weight = TWidth.BroadcastSingle(weights[tap]);
                float* row = taps[tap] + x;
                sum0 = TWidth.AddSingle(sum0, TWidth.MultiplySingle(TWidth.Load(row), weight));
                sum1 = TWidth.AddSingle(sum1, TWidth.MultiplySingle(TWidth.Load(row + lanes), weight));
                sum2 = TWidth.AddSingle(sum2, TWidth.MultiplySingle(TWidth.Load(row + (2 * lanes)), weight));
                sum3 = TWidth.AddSingle(sum3, TWidth.MultiplySingle(TWidth.Load(row + (3 * lanes)), weight));
            }

            TWidth.Store(sum0, destination + x);
            TWidth.Store(sum1, destination + x + lanes);
            TWidth.Store(sum2, destination + x + (2 * lanes));
            TWidth.Store(sum3, destination + x + (3 * lanes));
        }

        for (; x + lanes <= count; x += lanes)
        {
            V sum = TWidth.Zero();
            for (int tap = 0; tap < tapCount; tap++)
            {
                sum = TWidth.AddSingle(sum, TWidth.MultiplySingle(TWidth.Load(taps[tap] + x), TWidth.BroadcastSingle(weights[tap])));
            }

            TWidth.Store(sum, destination + x);
        }

        return x;
    }
}
