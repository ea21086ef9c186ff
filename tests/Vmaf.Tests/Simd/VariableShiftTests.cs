using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Simd;

/// <summary>Shifts by a count for each lane, which not every instruction set has.</summary>
[Trait("Suite", "Kernel")]
public sealed unsafe class VariableShiftTests
{
    [Fact]
    public void Every_lane_is_shifted_by_its_own_count()
    {
        Check<Width128, Vector128<byte>>();
        if (SimdTiers.Current >= SimdTier.Avx2)
        {
            Check<Width256, Vector256<byte>>();
        }

        if (SimdTiers.Current >= SimdTier.Avx512)
        {
            Check<Width512, Vector512<byte>>();
        }
    }

    private static void Check<TWidth, V>()
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        const int MaximumLanes = 16;
        int lanes = TWidth.ByteCount / sizeof(uint);
        uint* values = stackalloc uint[MaximumLanes];
        uint* counts = stackalloc uint[MaximumLanes];
        uint* left = stackalloc uint[MaximumLanes];
        uint* right = stackalloc uint[MaximumLanes];
        var random = new Random(1);
        for (int round = 0; round < 2000; round++)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                values[lane] = round % 3 == 0 ? uint.MaxValue : (uint)random.NextInt64(1L << 32);
                counts[lane] = (uint)random.Next(32);
            }

            TWidth.Store(TWidth.ShiftLeftVariable32(TWidth.Load(values), TWidth.Load(counts)), left);
            TWidth.Store(TWidth.ShiftRightLogicalVariable32(TWidth.Load(values), TWidth.Load(counts)), right);

            for (int lane = 0; lane < lanes; lane++)
            {
                Assert.Equal(values[lane] << (int)counts[lane], left[lane]);
                Assert.Equal(values[lane] >> (int)counts[lane], right[lane]);
            }
        }
    }
}
