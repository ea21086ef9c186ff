using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Speed;

[Trait("Suite", "Kernel")]
public sealed class SpeedTierTests
{
    public static MatrixTheoryData<int, int, string> Runs => new(
        [80, 95, 161, 322, 481],
        [80, 177],
        [
            "speed_chroma=,speed_weight_var_mode=5:speed_nn_floor=0.1,speed_kernelscale=3",
            "speed_chroma=speed_prescale=1.5:speed_prescale_method=bicubic,speed_prescale=2:speed_prescale_method=lanczos4",
            "speed_temporal=,speed_use_ref_diff=true,speed_prescale=1.2:speed_prescale_method=bilinear",
        ]);

    [Theory]
    [MemberData(nameof(Runs))]
    public void Vector_tier_gives_the_scalar_bits(int width, int height, string specification)
    {
        TierComparison.AssertSameBits(new VideoFormat(width, height, ChromaFormat.Yuv444, 8), specification);
        TierComparison.AssertSameBits(new VideoFormat(width, height, ChromaFormat.Yuv444, 10), specification);
    }
}
