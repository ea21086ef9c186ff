using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Adm;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Adm;

public sealed class AdmOptionTests
{
    private static readonly VideoFormat Format = new(64, 64, ChromaFormat.Yuv420, 8);

    [Fact]
    public void Registry_knows_the_extractor_and_its_features()
    {
        FeatureExtractorDefinition adm = FeatureRegistry.GetByName("adm");
        Assert.Same(adm, FeatureRegistry.FindByFeature("VMAF_integer_feature_adm3_score"));
        Assert.Same(adm, FeatureRegistry.FindByFeature("integer_adm_scale2"));
    }

    [Fact]
    public void Names_carry_the_options_in_libvmafs_order()
    {
        using var run = new FeatureRun(Format, SimdTier.Scalar, "adm=adm_norm_view_dist=5:adm_enhn_gain_limit=1:adm_csf_mode=2:adm_skip_aim=true,debug=true");
        Assert.Equal("integer_adm2_csf_2_egl_1_nvd_5", run.Names[0]);
        Assert.Equal("integer_aim_csf_2_egl_1_nvd_5", run.Names[1]);
        Assert.Equal("integer_adm_scale3_csf_2_egl_1_nvd_5", run.Names[6]);
        Assert.Equal("integer_adm2", run.Names[7]);
        Assert.Equal("integer_adm_den_scale3", run.Names[^1]);
        Assert.Equal(7 + 18, run.Names.Count);
    }

    [Theory]
    [InlineData("adm_norm_view_dist=2.9")]
    [InlineData("adm_ref_display_height=720")]
    [InlineData("adm_csf_mode=2:adm_norm_view_dist=4")]
    [InlineData("adm_csf_mode=3:adm_ref_display_height=1440")]
    [InlineData("adm_enhn_gain_limit=0.5")]
    [InlineData("adm_csf_mode=4")]
    public void Unsupported_values_are_refused(string options)
    {
        VmafException error = Assert.Throws<VmafException>(() => new FeatureRun(Format, SimdTier.Scalar, "adm=" + options));
        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public void Flat_pictures_without_noise_floor_are_perfect()
    {
        VideoFrame frame = VideoFrame.Allocate(Format);
        for (int y = 0; y < Format.Height; y++)
        {
            frame.Luma.RowBytes(y).Fill(128);
        }

        using var run = new FeatureRun(Format, SimdTiers.Current, "adm=adm_noise_weight=0:adm_skip_aim=true");
        double[] values = run.Measure(frame, frame);
        Assert.Equal([1.0, 0.0, 1.0], values[..3]);
        frame.Release();
    }
}
