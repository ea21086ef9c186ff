using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class OfficialModelTests
{
    // Features of one frame: adm2, motion2, vif_scale0 … 3.
    private static readonly double[] F1 =
        [0.9345149030293786, 3.8943597291666667, 0.3636620710647402, 0.7674952820232231, 0.8631077727416296, 0.9157200890843669];

    private static readonly double[] F2 = [1, 0, 1, 1, 1, 1];
    private static readonly double[] F3 = [0.9574308606115118, 0, 0.983708, 0.997443, 0.998483, 0.999151];
    private static readonly double[] F4 = [1.116691, 0, 1.052403, 1.070149, 1.072518, 1.072512];

    public static TheoryData<string> ModelsWithGoldenFrames =>
    [
        "vmaf_v0.6.1", "vmaf_v0.6.1neg", "vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1neg", "vmaf_float_v0.6.1", "vmaf_float_v0.6.1neg", "vmaf_b_v0.6.3",
        "vmaf_v1.0.16_3d0h", "vmaf_v1.0.16_5d0h", "vmaf_v1.0.16_3d0h_2160", "vmaf_v1.0.16_1d5h_2160", "vmaf_v1.0.16_hfr_3d0h",
    ];

    [Theory]
    [MemberData(nameof(ModelsWithGoldenFrames))]
    public void Scores_of_golden_features_are_libvmafs(string name)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = VmafModel.Load(SharedData.Model($"{name}.json"));
        double[] members = new double[model.Members.Count];
        int frames = 0;
        foreach ((string place, IReadOnlyDictionary<string, double> metrics) in GoldenFrames.Of(name))
        {
            double[] features = GoldenFrames.FeaturesOf(model, metrics);
            AssertNear(metrics["vmaf"], model.Predict(features), place);
            frames++;
            if (members.Length == 0)
            {
                continue;
            }

            BootstrapScore bootstrap = model.PredictBootstrap(features, members);
            for (int member = 0; member < members.Length; member++)
            {
                AssertNear(metrics[model.MemberName(member)], members[member], place);
            }

            AssertNear(metrics["vmaf_bagging"], bootstrap.Bagging, place);
            AssertNear(metrics["vmaf_ci_p95_lo"], bootstrap.ConfidenceLow, place);
            AssertNear(metrics["vmaf_ci_p95_hi"], bootstrap.ConfidenceHigh, place);
            AssertNear(metrics["vmaf_stddev"], bootstrap.StandardDeviation, place);
        }

        Assert.True(frames > 20, $"only {frames} frames");
    }

    // Figures of the reference harness for these features, before transform and clip.
    [Theory]
    [InlineData("vmaf_v0.6.1", 76.61158686, 97.42804264, 88.02996153, 132.73082248)]
    [InlineData("vmaf_float_v0.6.1", 76.61158686, 97.42804264, 88.02996153, 132.73082248)]
    [InlineData("vmaf_v0.6.1neg", 76.61158686, 97.42804264, 88.02996153, 132.73082248)]
    [InlineData("vmaf_4k_v0.6.1", 84.88198079, 100.89377366, 93.19403120, 129.44378606)]
    [InlineData("test/vmafplus_v0.5.2_test", 75.35179191, 97.98639315, 88.48645663, 133.25866919)]
    [InlineData("test/vmafplus_v0.5.2boot_test", 75.35179191, 97.98639315, 88.48645663, 133.25866919)]
    public void Raw_scores_are_the_harnesss(string name, double f1, double f2, double f3, double f4)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        ScorePredictor predictor = VmafModel.Load(SharedData.Model($"{name}.json")).Main;
        foreach ((double[] features, double expected) in new[] { (F1, f1), (F2, f2), (F3, f3), (F4, f4) })
        {
            double score = 0;
            predictor.PredictRaw(features, 1, new Span<double>(ref score));
            Assert.Equal(expected, score, 6e-9);
        }
    }

    [Theory]
    [InlineData("test/vmafplus_v0.5.2boot_test", 75.3517919, 75.0389800, 0.6520601, 74.3881497, 75.7591262)]
    [InlineData("vmaf_b_v0.6.3", 75.3517919, 74.8809530, 1.2728619, 72.9720256, 77.3093437)]
    public void Bootstrap_scores_are_the_harnesss(string name, double main, double bagging, double deviation, double low, double high)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = VmafModel.Load(SharedData.Model($"{name}.json"));
        BootstrapScore score = model.PredictBootstrap(F1, new double[model.Members.Count]);
        Assert.Equal(main, model.Predict(F1), 6e-8);
        Assert.Equal(bagging, score.Bagging, 6e-8);
        Assert.Equal(deviation, score.StandardDeviation, 6e-8);
        Assert.Equal(low, score.ConfidenceLow, 6e-8);
        Assert.Equal(high, score.ConfidenceHigh, 6e-8);
    }

    [Fact]
    public void V1_score_is_the_harnesss()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = VmafModel.Load(SharedData.Model("vmaf_v1.0.16_3d0h.json"));
        double[] features = [0.2596781458333333, 6.141235312500001, 0.9482851666666666, 3.9897647708333337];
        double raw = 0;
        model.Main.PredictRaw(features, 1, new Span<double>(ref raw));
        Assert.Equal(82.4203017552, raw, 6e-11);
        Assert.Equal(82.8095838530, model.Predict(features), 6e-11);
    }

    [Fact]
    public void Normalised_features_and_response_are_the_harnesss()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        ScorePredictor predictor = VmafModel.Load(SharedData.Model("vmaf_v0.6.1.json")).Main;
        double[] normalized = new double[6];
        predictor.Normalize(F1, 1, normalized);
        double[] expected =
            [0.8264103575379065, 0.24094136356669807, 0.271860181382867, 0.6494663127798423, 0.7631519747954142, 0.8272805997230448];
        for (int index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], normalized[index], 1e-15);
        }

        double[] neighbour = [2.5904627035055707, 0.6410985719339214, 1.2505981654886063, 2.8903595119813, 2.630709964945382, -0.14999728015336622];
        double response = 0;
        predictor.Regressor.Predict(normalized, 1, new Span<double>(ref response));
        Assert.Equal(0.6116317912144211, response, 1e-13);
        predictor.Regressor.Predict(neighbour, 1, new Span<double>(ref response));
        Assert.Equal(2.3421903414179757, response, 1e-13);
    }

    [Fact]
    public void Transform_is_on_only_where_asked_for()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        string path = SharedData.Model("vmaf_v0.6.1.json");
        double plain = VmafModel.Load(path).Predict(F1);
        double transformed = VmafModel.Load(path, new ModelLoadOptions { EnableTransform = true }).Predict(F1);
        Assert.Equal(1.70674692 + (1.72643844 * plain) - (0.00705305 * plain * plain), transformed, 1e-10);
        Assert.Equal(100, VmafModel.Load(path).Predict(F4));
        Assert.Equal(132.73082248, VmafModel.Load(path, new ModelLoadOptions { DisableClip = true }).Predict(F4), 6e-9);
    }

    [Fact]
    public void Every_model_file_loads_or_says_why_not()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        int loaded = 0;
        foreach (string path in Directory.EnumerateFiles(SharedData.Model(string.Empty), "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(path) != ".json")
            {
                VmafException error = Assert.Throws<VmafException>(() => VmafModel.Load(path));
                Assert.Equal(VmafErrorIds.ModelUnsupported, error.ErrorId);
                continue;
            }

            VmafModel model = VmafModel.Load(path);
            double score = model.Predict([.. model.Features.Select(_ => 0.9)]);
            Assert.InRange(score, model.Info.ScoreRange!.Value.Minimum, model.Info.ScoreRange.Value.Maximum);
            loaded++;
        }

        Assert.True(loaded >= 40, $"only {loaded} files");
    }

    private static void AssertNear(double expected, double actual, string place) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-10, $"{place}: {actual:R} instead of {expected:R}");
}
