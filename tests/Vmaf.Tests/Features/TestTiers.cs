using Vmaf.Engine.Simd;

namespace Vmaf.Tests.Features;

/// <summary>The instruction sets that kernels are tested with: those of this machine, up to the one in force.</summary>
internal static class TestTiers
{
    public static IEnumerable<SimdTier> All => Enum.GetValues<SimdTier>().Where(tier => tier <= SimdTiers.Current);

    public static IEnumerable<SimdTier> Vector => All.Where(tier => tier > SimdTier.Scalar);
}
