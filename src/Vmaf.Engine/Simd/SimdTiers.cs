using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Vmaf.Engine.Simd;

/// <summary>Which tier this process uses.</summary>
public static class SimdTiers
{
    /// <summary>Name of the environment variable that lowers the tier: <c>scalar</c>, <c>vector128</c>, <c>avx2</c> or <c>avx512</c>.</summary>
    public const string EnvironmentVariable = "VMAF_SIMD";

    /// <summary>The best tier that processor and runtime have.</summary>
    public static SimdTier Best { get; } = Detect();

    /// <summary>
    /// The tier in force: <see cref="Best"/>, or less where the environment variable <c>VMAF_SIMD</c> says so. A tier that the
    /// machine does not have is never chosen.
    /// </summary>
    public static SimdTier Current { get; } = Limit(Best, Environment.GetEnvironmentVariable(EnvironmentVariable));

    private static SimdTier Detect()
    {
        if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512CD.IsSupported)
        {
            return SimdTier.Avx512;
        }

        if (Vector256.IsHardwareAccelerated && Avx2.IsSupported && Fma.IsSupported)
        {
            return SimdTier.Avx2;
        }

        bool has128 = Vector128.IsHardwareAccelerated && (Sse41.IsSupported || AdvSimd.Arm64.IsSupported);
        return has128 ? SimdTier.Vector128 : SimdTier.Scalar;
    }

    private static SimdTier Limit(SimdTier best, string? limit) =>
        Enum.TryParse(limit, ignoreCase: true, out SimdTier wanted) && Enum.IsDefined(wanted) && wanted < best ? wanted : best;
}
