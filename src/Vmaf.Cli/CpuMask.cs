using Vmaf.Engine.Simd;

namespace Vmaf.Cli;

/// <summary>
/// libvmaf's mask of instruction sets not to use (cpu.h: 1 SSE2, 2 SSSE3, 4 SSE4.1, 8 AVX2, 16 AVX-512, 32 AVX-512 ICL), mapped to
/// the tiers of this engine. There is no tier between 128-bit vectors and none, so masking any SSE level masks all.
/// </summary>
internal static class CpuMask
{
    private const uint AnySse = 1 | 2 | 4;
    private const uint Avx2 = 8;
    private const uint AnyAvx512 = 16 | 32;

    /// <summary>The best tier that a mask leaves, or <see langword="null"/> where it forbids nothing.</summary>
    public static SimdTier? BestTier(uint mask) => mask switch
    {
        _ when (mask & AnySse) != 0 => SimdTier.Scalar,
        _ when (mask & Avx2) != 0 => SimdTier.Vector128,
        _ when (mask & AnyAvx512) != 0 => SimdTier.Avx2,
        _ => null,
    };

    /// <summary>Lowers the tier of this process. To be called before the engine first asks for it.</summary>
    public static void Apply(uint mask)
    {
        if (BestTier(mask) is { } tier)
        {
            Environment.SetEnvironmentVariable(SimdTiers.EnvironmentVariable, tier.ToString());
        }
    }
}
