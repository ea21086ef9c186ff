using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.Features;

public sealed class FeatureGuideTests
{
    private static readonly string[] WithOptions =
    [
        "float_psnr", "float_ansnr", "float_adm=debug=true", "float_vif=debug=true", "float_motion", "float_moment", "speed_chroma",
        "speed_temporal", "float_ms_ssim", "float_ssim", "ciede", "psnr", "psnr_hvs", "adm=debug=true", "motion=debug=true",
        "vif=debug=true", "cambi=full_ref=true", "siti", "moment_noref", "brisque", "niqe",
    ];

    [Fact]
    public void Every_feature_of_every_extractor_is_described()
    {
        string[] provided = [.. FeatureRegistry.Extractors.SelectMany(extractor => extractor.ProvidedFeatures)];
        Assert.Equal(provided, FeatureGuide.All.Select(feature => feature.InternalName));
        Assert.Equal(provided.Length, FeatureGuide.All.Select(feature => feature.Name).Distinct().Count());
        Assert.All(FeatureGuide.All, feature => Assert.Matches(@"^\S.*[^{}]*\.$", feature.Meaning));
        Assert.All(FeatureGuide.All, feature => Assert.DoesNotContain('{', feature.Meaning));
    }

    [Fact]
    public void Every_feature_of_a_built_in_model_is_found() =>
        Assert.All(
            new ModelCatalog(Path.GetTempPath() + "/none", []).List().SelectMany(model => model.Features),
            feature => Assert.NotNull(FeatureGuide.Find(feature.Name)));

    [Fact]
    public void Options_that_are_asked_for_are_options_of_the_extractor() =>
        Assert.All(FeatureGuide.All.Where(feature => feature.RequiredOption is not null), feature =>
        {
            string[] option = feature.RequiredOption!.Split('=');
            FeatureOptionSet.Parse(feature.Extractor, [KeyValuePair.Create(option[0], option[1])]);
        });

    [Theory]
    [InlineData("distorted-compressed.y4m")]
    [InlineData("reference.y4m")]
    public void Values_lie_where_the_guide_says(string distorted)
    {
        const double Tolerance = 1e-4;
        QualityResult result = Measure(distorted);
        bool isIdentical = distorted == "reference.y4m";
        Assert.Equal(
            FeatureGuide.All.Select(feature => feature.Name).Order(StringComparer.Ordinal),
            result.Names.Features.Order(StringComparer.Ordinal));
        foreach (FeatureDescription feature in FeatureGuide.All)
        {
            int metric = result.Names.IndexOf(feature.Name);
            Assert.All(result.Frames, frame =>
            {
                double value = frame.RawValues[metric];
                Assert.True(!(value < feature.Minimum - Tolerance), $"{feature.Name} is {value}");
                Assert.True(!(value > feature.Maximum + Tolerance), $"{feature.Name} is {value}");
                if (isIdentical && feature.IdenticalValue is { } expected)
                {
                    Assert.True(value == expected || Math.Abs(value - expected) < Tolerance, $"{feature.Name} is {value}");
                }
            });
        }
    }

    [Theory]
    [InlineData("vmaf", FeatureDirection.HigherIsBetter)]
    [InlineData("vmaf_neg", FeatureDirection.HigherIsBetter)]
    [InlineData("integer_adm2_egl_1", FeatureDirection.HigherIsBetter)]
    [InlineData("cambi_encbd_8", FeatureDirection.LowerIsBetter)]
    [InlineData("speed_chroma_uv_psm_bilinear", FeatureDirection.LowerIsBetter)]
    [InlineData("integer_motion2_mffw", FeatureDirection.Neither)]
    [InlineData("integer_vif_num_scale3", FeatureDirection.Neither)]
    [InlineData("SpeedChromaU", FeatureDirection.LowerIsBetter)]
    [InlineData("PSNR", FeatureDirection.HigherIsBetter)]
    [InlineData("MOTION2", FeatureDirection.Neither)]
    [InlineData("VMAFNEG", FeatureDirection.HigherIsBetter)]
    [InlineData("ti", FeatureDirection.Neither)]
    public void Direction_is_known_by_the_name_in_logs(string name, FeatureDirection direction) =>
        Assert.Equal(direction, FeatureGuide.DirectionOf(name));

    private static QualityResult Measure(string distorted)
    {
        string samples = Path.Combine(Repository.Root, "samples");
        using ClipPair clips = ClipPair.Open(Path.Combine(samples, "reference.y4m"), Path.Combine(samples, distorted), new ClipPairOptions { MaximumFrames = 4 });
        return QualityScorer.Score(
            clips,
            new ScoringOptions { Features = [.. WithOptions.Select(FeatureRequestParser.Parse)] },
            TestContext.Current.CancellationToken);
    }
}
