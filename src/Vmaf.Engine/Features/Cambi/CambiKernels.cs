using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>Makes the kernels of a tier.</summary>
internal static class CambiKernels
{
    /// <summary>Makes the kernels that prepare pictures.</summary>
    /// <param name="tier">The instruction set; the machine must have it.</param>
    public static ILumaKernels CreateLuma(SimdTier tier) => tier switch
    {
        SimdTier.Avx512 => new VectorLumaKernels<Width512, Vector512<byte>>(),
        SimdTier.Avx2 => new VectorLumaKernels<Width256, Vector256<byte>>(),
        SimdTier.Vector128 => new VectorLumaKernels<Width128, Vector128<byte>>(),
        _ => new ScalarLumaKernels(),
    };

    /// <summary>Makes the meter.</summary>
    /// <param name="tier">The instruction set; the machine must have it.</param>
    /// <param name="levels">The steps of luma that count.</param>
    /// <param name="width">Width of the widest picture.</param>
    /// <param name="height">Height of the highest picture.</param>
    public static BandingMeter CreateMeter(SimdTier tier, ContrastLevels levels, int width, int height) => tier switch
    {
        SimdTier.Avx512 => new VectorBandingMeter<Width512, Vector512<byte>>(levels, width, height),
        SimdTier.Avx2 => new VectorBandingMeter<Width256, Vector256<byte>>(levels, width, height),
        SimdTier.Vector128 => new VectorBandingMeter<Width128, Vector128<byte>>(levels, width, height),
        _ => new ScalarBandingMeter(levels, width, height),
    };
}
