using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>Every vector tier gives the bits of the scalar one.</summary>
[Trait("Suite", "Kernel")]
public sealed class MetricTierTests
{
    private static readonly string[] Features =
    [
        "psnr=enable_mse=true", "float_psnr", "float_moment", "float_ansnr", "float_ssim=enable_lcs=true:scale=1", "float_ssim=scale=2",
        "ciede", "psnr_hvs", "float_vif=debug=true", "float_vif=vif_kernelscale=0.5:vif_sigma_nsq=0.19", "float_adm=debug=true",
        "float_adm=adm_enhn_gain_limit=1.2:adm_p_norm=2", "float_motion", "float_motion=motion_filter_size=3:motion_add_scale1=true",
    ];

    public static TheoryData<int, int, ChromaFormat, int> Formats() => new()
    {
        { 22, 23, ChromaFormat.Yuv420, 8 },
        { 33, 40, ChromaFormat.Yuv444, 8 },
        { 63, 29, ChromaFormat.Yuv422, 10 },
        { 64, 31, ChromaFormat.Yuv420, 12 },
        { 65, 37, ChromaFormat.Yuv444, 16 },
        { 127, 41, ChromaFormat.Yuv420, 10 },
        { 129, 24, ChromaFormat.Yuv422, 8 },
        { 259, 26, ChromaFormat.Yuv420, 16 },
        { 291, 33, ChromaFormat.Yuv444, 9 },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Sizes_depths_and_chroma_formats(int width, int height, ChromaFormat chroma, int bitDepth)
    {
        foreach (string feature in Features)
        {
            AssertTiersAgree(feature, new VideoFormat(width, height, chroma, bitDepth));
        }
    }

    [Theory]
    [InlineData(176, 179, 8)]
    [InlineData(211, 176, 10)]
    public void Multi_scale_similarity(int width, int height, int bitDepth) =>
        AssertTiersAgree("float_ms_ssim=enable_lcs=true", new VideoFormat(width, height, ChromaFormat.Yuv400, bitDepth));

    private static void AssertTiersAgree(string feature, VideoFormat format)
    {
        VideoFrame[] references = [TestFrames.Draw(format, 1), TestFrames.Draw(format, 2)];
        VideoFrame[] distorteds = [TestFrames.Draw(format, 3), TestFrames.Draw(format, 2)];
        MetricRun expected = MetricRun.Over(feature, references, distorteds, SimdTier.Scalar);
        foreach (SimdTier tier in TestTiers.Vector)
        {
            foreach (((int frame, string name), double value) in MetricRun.Over(feature, references, distorteds, tier).Values)
            {
                double wanted = expected[frame, name];
                Assert.True(value.Equals(wanted), $"{feature} {format} {tier}: {name} of frame {frame} is {value:R}, not {wanted:R}");
            }
        }

        foreach (VideoFrame frame in references.Concat(distorteds))
        {
            frame.Release();
        }
    }
}
