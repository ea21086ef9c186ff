using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>Makes the kernel of a tier.</summary>
internal static class VifKernels
{
    /// <summary>Makes a kernel.</summary>
    /// <param name="tier">The instruction set; the machine must have it.</param>
    /// <param name="width">Width of the first scale.</param>
    /// <param name="gainLimits">The gain limits for which numerators are summed.</param>
    public static IVifKernel Create(SimdTier tier, int width, IReadOnlyList<double> gainLimits) => tier switch
    {
        SimdTier.Avx512 => new VifVectorKernel<Width512, Vector512<byte>>(width, gainLimits),
        SimdTier.Avx2 => new VifVectorKernel<Width256, Vector256<byte>>(width, gainLimits),
        SimdTier.Vector128 => new VifVectorKernel<Width128, Vector128<byte>>(width, gainLimits),
        _ => new VifScalarKernel(width, gainLimits),
    };
}
