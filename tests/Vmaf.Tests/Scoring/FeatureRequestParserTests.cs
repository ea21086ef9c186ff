using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Scoring;

public sealed class FeatureRequestParserTests
{
    [Fact]
    public void Name_alone_has_no_options()
    {
        FeatureRequest request = FeatureRequestParser.Parse("psnr");
        Assert.Equal("psnr", request.Extractor);
        Assert.Empty(request.Options);
    }

    [Fact]
    public void Options_follow_the_name()
    {
        FeatureRequest request = FeatureRequestParser.Parse("adm=debug=true:adm_enhn_gain_limit=1.5");
        Assert.Equal("adm", request.Extractor);
        Assert.Equal(
            new Dictionary<string, string> { ["debug"] = "true", ["adm_enhn_gain_limit"] = "1.5" },
            request.Options);
    }

    [Fact]
    public void Values_may_have_a_drive_and_equals_signs()
    {
        FeatureRequest request = FeatureRequestParser.Parse(@"cambi=heatmaps_path=C:\maps:eotf=a=b");
        Assert.Equal(new Dictionary<string, string> { ["heatmaps_path"] = @"C:\maps", ["eotf"] = "a=b" }, request.Options);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("=debug=true")]
    [InlineData("adm=")]
    [InlineData("adm=debug")]
    [InlineData("adm=debug=true:")]
    [InlineData("adm=debug=true:debug=false")]
    public void Other_text_is_refused(string text) =>
        Assert.Equal(VmafErrorIds.OptionInvalid, Assert.Throws<VmafException>(() => FeatureRequestParser.Parse(text)).ErrorId);
}
