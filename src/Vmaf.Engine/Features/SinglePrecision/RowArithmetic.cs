using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>Sample-by-sample arithmetic on rows of floats.</summary>
internal static unsafe class RowArithmetic
{
    /// <summary>destination = first · second.</summary>
    /// <param name="first">A row.</param>
    /// <param name="second">A row.</param>
    /// <param name="destination">Receives the products.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Multiply(float* first, float* second, float* destination, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Multiply<Width512, Vector512<byte>>(first, second, destination, count),
            SimdTier.Avx2 => Multiply<Width256, Vector256<byte>>(first, second, destination, count),
            SimdTier.Vector128 => Multiply<Width128, Vector128<byte>>(first, second, destination, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            destination[x] = first[x] * second[x];
        }
    }

    /// <summary>destination = |first − second|.</summary>
    /// <param name="first">A row.</param>
    /// <param name="second">A row.</param>
    /// <param name="destination">Receives the distances.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Distance(float* first, float* second, float* destination, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Distance<Width512, Vector512<byte>>(first, second, destination, count),
            SimdTier.Avx2 => Distance<Width256, Vector256<byte>>(first, second, destination, count),
            SimdTier.Vector128 => Distance<Width128, Vector128<byte>>(first, second, destination, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            destination[x] = MathF.Abs(first[x] - second[x]);
        }
    }

    /// <summary>Rounds doubles to floats.</summary>
    /// <param name="row">A row of doubles.</param>
    /// <param name="destination">Receives the floats.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Narrow(double* row, float* destination, int count, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Narrow<Width512, Vector512<byte>>(row, destination, count),
            SimdTier.Avx2 => Narrow<Width256, Vector256<byte>>(row, destination, count),
            SimdTier.Vector128 => Narrow<Width128, Vector128<byte>>(row, destination, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            destination[x] = (float)row[x];
        }
    }

    /// <summary>Splits a row into its samples with even and with odd numbers.</summary>
    /// <param name="row">The row.</param>
    /// <param name="even">Receives samples 0, 2, 4 …</param>
    /// <param name="odd">Receives samples 1, 3, 5 …</param>
    /// <param name="pairs">Length of the outputs.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Split(float* row, float* even, float* odd, int pairs, SimdTier tier)
    {
        int done = tier switch
        {
            SimdTier.Avx512 => Split<Width512, Vector512<byte>>(row, even, odd, pairs),
            SimdTier.Avx2 => Split<Width256, Vector256<byte>>(row, even, odd, pairs),
            SimdTier.Vector128 => Split<Width128, Vector128<byte>>(row, even, odd, pairs),
            _ => 0,
        };
        for (int x = done; x < pairs; x++)
        {
            even[x] = row[2 * x];
            odd[x] = row[(2 * x) + 1];
        }
    }

    private static int Multiply<TWidth, V>(float* first, float* second, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            TWidth.Store(TWidth.MultiplySingle(TWidth.Load(first + x), TWidth.Load(second + x)), destination + x);
        }

        return x;
    }

    private static int Distance<TWidth, V>(float* first, float* second, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            TWidth.Store(TWidth.AbsSingle(TWidth.SubtractSingle(TWidth.Load(first + x), TWidth.Load(second + x))), destination + x);
        }

        return x;
    }

    private static int Narrow<TWidth, V>(double* row, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            TWidth.Store(TWidth.NarrowDoublesToSingle(TWidth.Load(row + x), TWidth.Load(row + x + (lanes / 2))), destination + x);
        }

        return x;
    }

    private static int Split<TWidth, V>(float* row, float* even, float* odd, int pairs)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= pairs; x += lanes)
        {
            V first = TWidth.Load(row + (2 * x));
            V second = TWidth.Load(row + (2 * x) + lanes);
            TWidth.Store(TWidth.EvenLanes32(first, second), even + x);
            TWidth.Store(TWidth.OddLanes32(first, second), odd + x);
        }

        return x;
    }
}
