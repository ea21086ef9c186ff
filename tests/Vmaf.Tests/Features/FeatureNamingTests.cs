using Vmaf.Engine.Features;
using Xunit;

namespace Vmaf.Tests.Features;

public sealed class FeatureNamingTests
{
    [Theory]
    [InlineData("VMAF_integer_feature_adm2_score", "integer_adm2")]
    [InlineData("VMAF_integer_feature_motion_sad_score", "VMAF_integer_feature_motion_sad_score")]
    [InlineData("VMAF_feature_vif_scale0_score", "vif_scale0")]
    [InlineData("Cambi_feature_cambi_score", "cambi")]
    [InlineData("integer_adm_scale0", "integer_adm_scale0")]
    [InlineData("psnr_y", "psnr_y")]
    public void Alias_is_libvmafs(string internalName, string alias) => Assert.Equal(alias, FeatureNaming.Alias(internalName));
}
