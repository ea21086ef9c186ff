using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Vif;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Vif;

public sealed class VifDefinitionTests
{
    [Fact]
    public void Is_registered_by_name_and_by_feature()
    {
        Assert.IsType<VifDefinition>(FeatureRegistry.GetByName("vif"));
        Assert.IsType<VifDefinition>(FeatureRegistry.FindByFeature("VMAF_integer_feature_vif_scale2_score"));
    }

    [Fact]
    public void Names_are_libvmafs()
    {
        using IFeatureExtractor plain = Create(new VideoFormat(64, 48, ChromaFormat.Yuv420, 8), VifMeasurement.Options());
        Assert.Equal(["integer_vif_scale0", "integer_vif_scale1", "integer_vif_scale2", "integer_vif_scale3"], plain.FeatureNames);

        using IFeatureExtractor debug = Create(
            new VideoFormat(64, 48, ChromaFormat.Yuv420, 8),
            VifMeasurement.Options(("debug", "true"), ("egl", "1.25"), ("ssclz", "true")));
        Assert.Equal(
            [
                "integer_vif_scale0_egl_1.25_ssclz", "integer_vif_scale1_egl_1.25_ssclz", "integer_vif_scale2_egl_1.25_ssclz",
                "integer_vif_scale3_egl_1.25_ssclz", "integer_vif_egl_1.25_ssclz", "integer_vif_num_egl_1.25_ssclz",
                "integer_vif_den_egl_1.25_ssclz", "integer_vif_num_scale0_egl_1.25_ssclz", "integer_vif_den_scale0_egl_1.25_ssclz",
                "integer_vif_num_scale1_egl_1.25_ssclz", "integer_vif_den_scale1_egl_1.25_ssclz", "integer_vif_num_scale2_egl_1.25_ssclz",
                "integer_vif_den_scale2_egl_1.25_ssclz", "integer_vif_num_scale3_egl_1.25_ssclz", "integer_vif_den_scale3_egl_1.25_ssclz",
            ],
            debug.FeatureNames);
    }

    [Theory]
    [InlineData("vif_enhn_gain_limit", "0.99")]
    [InlineData("vif_enhn_gain_limit", "100.5")]
    [InlineData("vif_skip_scale0", "maybe")]
    public void Options_out_of_range_are_refused(string name, string value) =>
        Assert.Equal(VmafErrorIds.OptionInvalid, Assert.Throws<VmafException>(() => VifMeasurement.Options((name, value))).ErrorId);

    [Theory]
    [InlineData(15, 16)]
    [InlineData(16, 15)]
    [InlineData(1, 1)]
    public void Pictures_below_16_by_16_are_refused(int width, int height)
    {
        VmafException error = Assert.Throws<VmafException>(() => Create(new VideoFormat(width, height, ChromaFormat.Yuv420, 8), VifMeasurement.Options()));
        Assert.Equal(VmafErrorIds.PictureTooSmall, error.ErrorId);
        Assert.Contains($"{width}x{height}", error.Message, StringComparison.Ordinal);
        Assert.Contains("16x16", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variants_together_give_what_each_gives_alone()
    {
        VideoFrame reference = TestPicture.Create(PictureKind.Texture, 90, 70, 8);
        VideoFrame distorted = TestPicture.Create(PictureKind.Enhanced, 90, 70, 8, seed: 2);
        FeatureOptionSet[] variants =
        [
            VifMeasurement.Options(("vif_enhn_gain_limit", "1.0")),
            VifMeasurement.Options(("debug", "true")),
            VifMeasurement.Options(("vif_skip_scale0", "true"), ("debug", "true")),
            VifMeasurement.Options(("vif_enhn_gain_limit", "1.0"), ("vif_skip_scale0", "true")),
        ];
        Dictionary<string, double> together = VifMeasurement.Measure(reference, distorted, Engine.Simd.SimdTiers.Current, variants);
        var alone = variants
            .SelectMany(variant => VifMeasurement.Measure(reference, distorted, Engine.Simd.SimdTiers.Current, variant))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        Assert.Equal(alone, together);
        Assert.Equal(4 + 15 + 15 + 4, together.Count);
        reference.Release();
        distorted.Release();
    }

    private static IFeatureExtractor Create(VideoFormat format, params FeatureOptionSet[] variants) => VifMeasurement.Definition.Create(format, variants);
}
