using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class BuiltInModelTests
{
    private static readonly ModelCatalog BuiltInOnly = new(Path.Combine(Path.GetTempPath(), "no such folder"), []);

    [Theory]
    [InlineData("vmaf_v0.6.1")]
    [InlineData("vmaf_v0.6.1neg")]
    [InlineData("vmaf_4k_v0.6.1")]
    [InlineData("vmaf_4k_v0.6.1neg")]
    [InlineData("vmaf_v1.0.16_3d0h")]
    [InlineData("vmaf_v1.0.16_5d0h")]
    [InlineData("vmaf_v1.0.16_1d5h_2160")]
    [InlineData("vmaf_v1.0.16_3d0h_2160")]
    [InlineData("vmaf_v1.0.16_hfr_3d0h")]
    public void Scores_of_golden_features_are_within_a_thousandth(string name)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = BuiltInOnly.Load(name);
        foreach ((string place, IReadOnlyDictionary<string, double> metrics) in GoldenFrames.Of(name))
        {
            double score = model.Predict(GoldenFrames.FeaturesOf(model, metrics));
            Assert.True(Math.Abs(metrics["vmaf"] - score) <= 0.001, $"{place}: {score} instead of {metrics["vmaf"]}");
        }
    }

    [Theory]
    [InlineData("vmaf_v0.6.1")]
    [InlineData("vmaf_4k_v0.6.1")]
    [InlineData("vmaf_v1.0.16_3d0h")]
    public void The_fit_is_within_a_hundredth_wherever_features_can_be(string name)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        const int Count = 50_000;
        ScorePredictor official = VmafModel.Load(SharedData.Model($"{name}.json")).Main;
        ScorePredictor fitted = BuiltInOnly.Load(name).Main;
        Assert.Equal(official.Features, fitted.Features);
        Assert.Equal(official.Score, fitted.Score);
        Assert.Equal(official.Clip, fitted.Clip);

        // Every other row: anything that the features can be; the rest: the box that ordinary videos fill, with its corners.
        var random = new Random(1);
        double[] highest = official.Features.Count == 6 ? [1.2, 40, 1.2, 1.2, 1.2, 1.2] : [17, 45, 1.2, 18];
        double[] rows = new double[highest.Length * Count];
        for (int row = 0; row < Count; row++)
        {
            for (int feature = 0; feature < highest.Length; feature++)
            {
                double share = row % 4 == 1 ? random.Next(2) : random.NextDouble();
                rows[(feature * Count) + row] = row % 2 == 0
                    ? share * highest[feature]
                    : official.Features[feature].Invert(-0.1 + (1.4 * share));
            }
        }

        double[] expected = new double[Count];
        double[] actual = new double[Count];
        official.PredictRaw(rows, Count, expected);
        fitted.PredictRaw(rows, Count, actual);
        Assert.InRange(expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max(), 0, 0.01);
    }

    [Fact]
    public void Published_scores_of_known_features_come_out_to_three_decimals()
    {
        // What the reference harness says of these features: adm2, motion2, vif_scale0 … 3.
        double[] features = [0.9345149030293786, 3.8943597291666667, 0.3636620710647402, 0.7674952820232231, 0.8631077727416296, 0.9157200890843669];
        Assert.Equal(76.61158686, BuiltInOnly.Load("vmaf_v0.6.1").Predict(features), 0.001);
        Assert.Equal(84.88198079, BuiltInOnly.Load("vmaf_4k_v0.6.1").Predict(features), 0.001);
        Assert.Equal(97.42804264, BuiltInOnly.Load("vmaf_v0.6.1").Predict([1, 0, 1, 1, 1, 1]), 0.001);
    }

    [Fact]
    public void Phone_model_is_the_default_one_with_its_transform()
    {
        double[] features = [0.93, 3.9, 0.36, 0.77, 0.86, 0.92];
        double expected = BuiltInOnly.Load("vmaf_v0.6.1", new ModelLoadOptions { EnableTransform = true }).Predict(features);
        Assert.Equal(expected, BuiltInOnly.Load("vmaf_v0.6.1_phone").Predict(features));
        Assert.NotEqual(expected, BuiltInOnly.Load("vmaf_v0.6.1").Predict(features));
    }

    [Theory]
    [InlineData("vmaf_v0.6.1neg")]
    [InlineData("vmaf_4k_v0.6.1neg")]
    public void Neg_models_limit_the_gain_of_ADM_and_VIF(string name)
    {
        Assert.Equal(
            ["adm_enhn_gain_limit=1", "", "vif_enhn_gain_limit=1", "vif_enhn_gain_limit=1", "vif_enhn_gain_limit=1", "vif_enhn_gain_limit=1"],
            BuiltInOnly.Load(name).Features.Select(feature => string.Join(",", feature.Options.Select(option => $"{option.Key}={option.Value}"))));
    }

    [Theory]
    [InlineData("vmaf_v1.0.16_3d0h")]
    [InlineData("vmaf_v1.0.16_5d0h")]
    [InlineData("vmaf_v1.0.16_1d5h_2160")]
    [InlineData("vmaf_v1.0.16_3d0h_2160")]
    [InlineData("vmaf_v1.0.16_hfr_3d0h")]
    [InlineData("vmaf_v1.0.16_hfr_5d0h")]
    [InlineData("vmaf_v1.0.16_hfr_1d5h_2160")]
    [InlineData("vmaf_v1.0.16_hfr_3d0h_2160")]
    public void Variants_of_version_1_differ_from_the_official_models_in_the_regressor_only(string name)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel official = VmafModel.Load(SharedData.Model($"{name}.json"));
        VmafModel builtIn = BuiltInOnly.Load(name);
        Assert.Equal(
            official.Features.Select(feature => (feature.Name, feature.ResolveOptions())),
            builtIn.Features.Select(feature => (feature.Name, feature.ResolveOptions())));
        Assert.Equal(official.Main.Features, builtIn.Main.Features);
        Assert.Equal(official.Main.Score, builtIn.Main.Score);
        Assert.Equal(official.Main.Chroma, builtIn.Main.Chroma);
        Assert.Equal(official.Main.Transform, builtIn.Main.Transform);
        Assert.Equal(official.Main.Clip, builtIn.Main.Clip);
    }

    [Fact]
    public void Every_built_in_model_is_described()
    {
        Assert.All(BuiltInOnly.List(), model =>
        {
            Assert.NotEmpty(model.Description);
            Assert.Equal(model.Name.Contains("v1.", StringComparison.Ordinal) ? 4 : 6, model.Features.Count);
            Assert.Equal(new ScoreRange(0, model.Name.EndsWith("3d0h_2160", StringComparison.Ordinal) ? 110 : 100), model.ScoreRange);
            Assert.Equal(64, model.Sha256.Length);
            Assert.Null(model.Path);
        });
        Assert.Equal("1080p phone", BuiltInOnly.GetInfo("vmaf_v0.6.1_phone").Description);
    }
}
