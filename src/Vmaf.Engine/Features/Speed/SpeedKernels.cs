using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Speed;

/// <summary>Makes the kernels of a tier.</summary>
internal static class SpeedKernels
{
    /// <summary>Makes the kernels.</summary>
    /// <param name="tier">The instruction set; the machine must have it.</param>
    public static ISpeedKernels Create(SimdTier tier) => tier switch
    {
        SimdTier.Avx512 => new VectorSpeedKernels<Width512, Vector512<byte>>(tier),
        SimdTier.Avx2 => new VectorSpeedKernels<Width256, Vector256<byte>>(tier),
        SimdTier.Vector128 => new VectorSpeedKernels<Width128, Vector128<byte>>(tier),
        _ => new ScalarSpeedKernels(),
    };
}
