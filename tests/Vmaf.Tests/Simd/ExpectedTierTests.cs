using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Simd;

/// <summary>Keeps a run on one tier from quietly testing another.</summary>
[Trait("Suite", "Kernel")]
public sealed class ExpectedTierTests
{
    /// <summary>Environment variable with the tier that a test process was started for.</summary>
    public const string EnvironmentVariable = "VMAF_EXPECT_TIER";

    [Fact]
    public void Tier_is_the_one_this_process_was_started_for()
    {
        string? expected = Environment.GetEnvironmentVariable(EnvironmentVariable);
        Assert.True(SimdTiers.Current <= SimdTiers.Best);
        if (expected is not null)
        {
            Assert.Equal(Enum.Parse<SimdTier>(expected), SimdTiers.Current);
        }
    }
}
