using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>Turns rows of samples into floats scaled to 8 bits, as libvmaf's floating-point features see them.</summary>
internal static unsafe class SampleRows
{
    /// <summary>Converts a row: sample / 2^(bit depth − 8) + offset, exact.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="y">Row number.</param>
    /// <param name="offset">A whole number.</param>
    /// <param name="destination">Receives a row of floats.</param>
    /// <param name="tier">Instruction set to use.</param>
    public static void ToSingle(PlaneView plane, int y, float offset, float* destination, SimdTier tier) =>
        ToSingle(plane, y, offset, destination, plane.Width, tier);

    /// <summary>Converts the first samples of a row: sample / 2^(bit depth − 8) + offset, exact.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="y">Row number.</param>
    /// <param name="offset">A whole number.</param>
    /// <param name="destination">Receives floats.</param>
    /// <param name="count">Number of samples, at most the width of the plane.</param>
    /// <param name="tier">Instruction set to use.</param>
    public static void ToSingle(PlaneView plane, int y, float offset, float* destination, int count, SimdTier tier)
    {
        float factor = 1f / (1 << (plane.BitDepth - 8));
        byte* row = plane.RowPointer(y);
        int done = tier switch
        {
            SimdTier.Avx512 => Convert<Width512, Vector512<byte>>(row, plane.BytesPerSample, factor, offset, destination, count),
            SimdTier.Avx2 => Convert<Width256, Vector256<byte>>(row, plane.BytesPerSample, factor, offset, destination, count),
            SimdTier.Vector128 => Convert<Width128, Vector128<byte>>(row, plane.BytesPerSample, factor, offset, destination, count),
            _ => 0,
        };
        for (int x = done; x < count; x++)
        {
            float sample = plane.BytesPerSample == 1 ? row[x] : ((ushort*)row)[x];
            destination[x] = (sample * factor) + offset;
        }
    }

    private static int Convert<TWidth, V>(byte* row, int bytesPerSample, float factor, float offset, float* destination, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V factors = TWidth.BroadcastSingle(factor);
        V offsets = TWidth.BroadcastSingle(offset);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V samples = bytesPerSample == 1 ? TWidth.LoadWiden8To32(row + x) : TWidth.LoadWiden16To32((ushort*)row + x);
            V values = TWidth.MultiplySingle(TWidth.ConvertInt32ToSingle(samples), factors);
            TWidth.Store(TWidth.AddSingle(values, offsets), destination + x);
        }

        return x;
    }
}
