using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.Vif;
using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Features.Vif;

/// <summary>The logarithm in vector arithmetic equals the table for every 16-bit fraction.</summary>
[Trait("Suite", "Kernel")]
public sealed unsafe class VifLogTests
{
    [Fact]
    public void Every_fraction_equals_the_table()
    {
        foreach (SimdTier tier in TestTiers.Vector)
        {
            switch (tier)
            {
                case SimdTier.Avx512:
                    AssertEqualsTable<Width512, Vector512<byte>>();
                    break;
                case SimdTier.Avx2:
                    AssertEqualsTable<Width256, Vector256<byte>>();
                    break;
                default:
                    AssertEqualsTable<Width128, Vector128<byte>>();
                    break;
            }
        }
    }

    [Fact]
    public void Table_has_known_values()
    {
        Assert.Equal(15 * 2048, VifLog.Log2(1 << 15));
        Assert.Equal(17 * 2048, VifLog.Log2(1 << 17));
        Assert.Equal(16 * 2048, VifLog.Log2(65535));
        Assert.Equal(40 * 2048, VifLog.Log2(1UL << 40));

        // log2(3) · 2048 = 3245.99; what is below the 16 leading bits does not count.
        Assert.Equal(3246 + (16 * 2048), VifLog.Log2(3 << 16));
        Assert.Equal(VifLog.Log2(3 << 16), VifLog.Log2((3 << 16) + 3));
    }

    private static void AssertEqualsTable<TWidth, V>()
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        int lanes = TWidth.ByteCount / sizeof(int);
        int* numbers = stackalloc int[lanes];
        int* logs = stackalloc int[lanes];
        for (int shift = 2; shift <= 15; shift++)
        {
            // Below the 16 leading bits once all zeros, once all ones, which rounding must not carry upwards.
            for (int rest = 0; rest <= 1; rest++)
            {
                for (int fraction = 32768; fraction < 65536; fraction += lanes)
                {
                    for (int lane = 0; lane < lanes; lane++)
                    {
                        numbers[lane] = ((fraction + lane) << shift) + (rest * ((1 << shift) - 1));
                    }

                    V octaves = TWidth.Zero();
                    V fractions = TWidth.Zero();
                    VifVectorLog<TWidth, V>.Add(TWidth.Load(numbers), VifLogSegments.Tables, ref octaves, ref fractions);
                    TWidth.Store(TWidth.Add32(TWidth.ShiftLeft32(octaves, 11), fractions), logs);
                    for (int lane = 0; lane < lanes; lane++)
                    {
                        Assert.Equal(VifLog.Log2((ulong)numbers[lane]), logs[lane] - VifVectorLog<TWidth, V>.Bias);
                    }
                }
            }
        }
    }
}
