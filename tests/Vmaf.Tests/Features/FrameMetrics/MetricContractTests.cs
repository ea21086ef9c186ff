using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>What the metrics refuse, and values that are known without measuring.</summary>
public sealed class MetricContractTests
{
    [Theory]
    [InlineData("float_ssim", 10, 40, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("float_ssim=scale=10", 64, 64, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("float_ms_ssim", 175, 400, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("psnr_hvs", 14, 64, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("psnr_hvs", 64, 64, ChromaFormat.Yuv400, VmafErrorIds.FormatUnsupported)]
    [InlineData("ciede", 64, 64, ChromaFormat.Yuv400, VmafErrorIds.FormatUnsupported)]
    [InlineData("float_vif", 15, 64, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("float_vif=vif_kernelscale=0.9", 64, 64, ChromaFormat.Yuv420, VmafErrorIds.OptionInvalid)]
    [InlineData("float_vif=vif_prescale_method=box", 64, 64, ChromaFormat.Yuv420, VmafErrorIds.OptionInvalid)]
    [InlineData("float_adm", 16, 64, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("float_ansnr", 2, 64, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    [InlineData("float_motion=motion_add_uv=true", 64, 64, ChromaFormat.Yuv400, VmafErrorIds.FormatUnsupported)]
    [InlineData("float_motion", 64, 2, ChromaFormat.Yuv420, VmafErrorIds.PictureTooSmall)]
    public void What_cannot_be_measured_is_refused(string feature, int width, int height, ChromaFormat chroma, string errorId)
    {
        VmafException error = Assert.Throws<VmafException>(() => MetricRun.Create(feature, new VideoFormat(width, height, chroma, 8)));
        Assert.Equal(errorId, error.ErrorId);
    }

    [Fact]
    public void Extractors_stand_in_libvmafs_order_and_those_without_a_reference_last()
    {
        string[] order =
        [
            "float_psnr", "float_ansnr", "float_adm", "float_vif", "float_motion", "float_moment", "speed_chroma", "speed_temporal",
            "float_ms_ssim", "float_ssim", "ciede", "psnr", "psnr_hvs", "adm", "motion", "vif", "cambi",
            "siti", "moment_noref", "brisque", "niqe",
        ];
        Assert.Equal(order, FeatureRegistry.Extractors.Select(extractor => extractor.Name));
    }

    [Fact]
    public void Identical_pictures_have_the_best_scores()
    {
        VideoFrame[] frames = [TestFrames.Draw(new VideoFormat(190, 177, ChromaFormat.Yuv420, 10), 5)];
        Assert.Equal(72, MetricRun.Over("float_psnr", frames, frames, SimdTiers.Current)[0, "float_psnr"]);
        Assert.Equal(1, MetricRun.Over("float_ssim", frames, frames, SimdTiers.Current)[0, "float_ssim"], 1e-6);
        Assert.Equal(1, MetricRun.Over("float_ms_ssim", frames, frames, SimdTiers.Current)[0, "float_ms_ssim"], 1e-6);
        Assert.Equal(double.PositiveInfinity, MetricRun.Over("psnr_hvs", frames, frames, SimdTiers.Current)[0, "psnr_hvs"]);
        Assert.Equal(double.PositiveInfinity, MetricRun.Over("ciede", frames, frames, SimdTiers.Current)[0, "ciede2000"]);
        Assert.Equal(1, MetricRun.Over("float_adm", frames, frames, SimdTiers.Current)[0, "adm2"]);
        frames[0].Release();
    }

    [Fact]
    public void The_aggregate_is_the_PSNR_of_the_mean_error_of_all_frames()
    {
        var format = new VideoFormat(31, 17, ChromaFormat.Yuv420, 8);
        VideoFrame[] references = [TestFrames.Draw(format, 1), TestFrames.Draw(format, 2)];
        VideoFrame[] distorteds = [TestFrames.Draw(format, 3), TestFrames.Draw(format, 4)];
        MetricRun run = MetricRun.Over("psnr=enable_mse=true:enable_apsnr=true", references, distorteds, SimdTiers.Current);
        Assert.Equal(["apsnr_y", "apsnr_cb", "apsnr_cr"], run.Aggregates.Keys);
        foreach (string plane in (string[])["y", "cb", "cr"])
        {
            double mean = (run[0, "mse_" + plane] + run[1, "mse_" + plane]) / 2;
            Assert.Equal(10 * Math.Log10(255.0 * 255.0 / mean), run.Aggregates["apsnr_" + plane], 9);
        }

        // One sample in two off by one is the least error that the cap lets through.
        MetricRun same = MetricRun.Over("psnr=enable_apsnr=true", references, references, SimdTiers.Current);
        Assert.Equal(Math.Ceiling(10 * Math.Log10(255.0 * 255.0 * 31 * 17 * 2 * 2)), same.Aggregates["apsnr_y"]);
    }

    [Fact]
    public void Sixteen_bits_of_PSNR_HVS_are_the_twelve_bit_score_of_the_same_picture()
    {
        // Noise and all, the upper twelve bits decide; the peak of 16 bits is a little above 16 times that of 12.
        double Score(int bitDepth)
        {
            var format = new VideoFormat(96, 80, ChromaFormat.Yuv444, bitDepth);
            VideoFrame[] reference = [TestFrames.Draw(format, 1)];
            VideoFrame[] distorted = [TestFrames.Draw(format, 2)];
            return MetricRun.Over("psnr_hvs", reference, distorted, SimdTiers.Current)[0, "psnr_hvs_y"];
        }

        Assert.Equal(Score(12), Score(16), 0.01);
    }
}
