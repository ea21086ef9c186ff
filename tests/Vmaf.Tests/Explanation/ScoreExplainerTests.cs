using System.Collections.Concurrent;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Explanation;

public sealed class ScoreExplainerTests
{
    private const string Adm = "VMAF_integer_feature_adm2_score";
    private const string Motion = "VMAF_integer_feature_motion2_score";
    private const string Vif0 = "VMAF_integer_feature_vif_scale0_score";
    private const string Vif1 = "VMAF_integer_feature_vif_scale1_score";
    private const string Vif3 = "VMAF_integer_feature_vif_scale3_score";

    private static readonly LocalExplainerOptions Few = new() { NeighborCount = 200, RidgeAlpha = 0 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Effects_are_in_score_points()
    {
        VmafModel model = SyntheticModel.Linear([(Adm, 0.6), (Motion, 0.2), (Vif0, 0.4)]);

        FrameExplanation frame = Explain(model, new FrameFeatures(7, [0.9, 4, 0.5]));

        // A raw unit is half a normalised one, and a normalised score of 1 is 50 points.
        Assert.Equal((7, "vmaf"), (frame.FrameIndex, frame.PredictorName));
        Assert.Equal(model.Predict([0.9, 4, 0.5]), frame.Score);
        Assert.Equal(1, frame.RSquared, 1e-9);
        Assert.Equal(0.1, frame.Intercept, 1e-9);
        AssertFeature(frame.Features[0], "integer_adm2", FeatureRole.Fidelity, weight: 0.6, slope: 15, best: 1, effect: 1.5, rank: 2);
        AssertFeature(frame.Features[1], "integer_motion2", FeatureRole.Content, weight: 0.2, slope: 5, best: 4, effect: 0, rank: 3);
        AssertFeature(frame.Features[2], "integer_vif_scale0", FeatureRole.Fidelity, weight: 0.4, slope: 10, best: 1, effect: 5, rank: 1);
        Assert.Equal(["integer_vif_scale0", "integer_adm2", "integer_motion2"], frame.Ranking.Select(feature => feature.Name));
        Assert.Equal(0.7, frame.Features[0].NormalizedValue, 1e-15);
        Assert.Equal(
            "Score 68.5: fine texture is lost (integer_vif_scale0 0.5, best 1, about 5.0 points); "
            + "visible detail is lost (integer_adm2 0.9, best 1, about 1.5 points).",
            frame.Verdict);
    }

    [Fact]
    public void A_transform_scales_the_effects()
    {
        VmafModel model = SyntheticModel.Linear([(Adm, 0.6)], new ScoreTransform { P0 = 1, P1 = 2, IsEnabledByDefault = true });

        FrameExplanation frame = Explain(model, new FrameFeatures(0, [0.1]));

        Assert.Equal(model.Predict([0.1]), frame.Score);
        Assert.Equal(30, frame.Features[0].Slope, 1e-6);
        Assert.Equal(27, frame.Features[0].Effect, 1e-6);
    }

    [Fact]
    public void Impairments_and_unknown_features_have_their_own_best_values()
    {
        VmafModel model = SyntheticModel.Linear([("Cambi_feature_cambi_score", -0.4), ("my_feature", -0.2)]);

        FrameExplanation frame = Explain(model, new FrameFeatures(0, [3, 1]));

        AssertFeature(frame.Features[0], "cambi", FeatureRole.Impairment, weight: -0.4, slope: -10, best: 0, effect: 30, rank: 1);

        // The model's normal range, 0 to 1 normalised, is −0.5 to 1.5 raw.
        AssertFeature(frame.Features[1], "my_feature", FeatureRole.Other, weight: -0.2, slope: -5, best: -0.5, effect: 7.5, rank: 2);
    }

    [Fact]
    public void Luma_answers_for_chroma_that_the_model_takes_from_it()
    {
        VmafModel model = ModelWithChroma();

        FrameExplanation frame = Explain(model, new FrameFeatures(0, [0.9, 0]));

        // 120 − 120 · 0.9 instead of 0: a raw unit of luma is 15 points by itself and 120 · 2.5 by way of chroma.
        Assert.Equal((0.5 * 12) + 0.25, frame.Features[1].NormalizedValue, 1e-9);
        Assert.Equal(0, frame.Features[1].Value);
        AssertFeature(
            frame.Features[0], "integer_adm3", FeatureRole.Fidelity, weight: 0.6, slope: 15 + (120 * 2.5), best: 1, effect: 31.5, rank: 1);
        AssertFeature(frame.Features[1], "speed_chroma_uv", FeatureRole.Impairment, weight: -0.1, slope: 0, best: 0, effect: 0, rank: 2);
        Assert.Equal(model.Predict([1, 0]) - model.Predict([0.9, 0]), frame.Features[0].Effect, 1e-6);
        Assert.EndsWith(": visible detail is lost (integer_adm3 0.9, best 1, about 31.5 points).", frame.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Chroma_that_was_measured_answers_for_itself()
    {
        FrameExplanation frame = Explain(ModelWithChroma(), new FrameFeatures(0, [0.9, 2]));

        Assert.Equal(1.5, frame.Features[0].Effect, 1e-6);
        Assert.Equal(5, frame.Features[1].Effect, 1e-6);
    }

    [Fact]
    public void A_feature_at_its_best_costs_nothing()
    {
        VmafModel model = ModelCatalog.FromEnvironment().Load("vmaf_v1.0.16_3d0h");
        FrameFeatures[] frames = [.. new[] { 0.6, 0.85, 0.95, 1 }.Select((adm, index) => new FrameFeatures(index, Values(adm)))];

        foreach (FrameExplanation frame in new ScoreExplainer(model, Few).Explain(frames, cancellation: Token))
        {
            Assert.All(frame.Features, feature => Assert.Equal(feature.Slope * (feature.BestValue - feature.Value), feature.Effect));
            Assert.DoesNotContain("colour", frame.Verdict, StringComparison.Ordinal);
        }

        // Chroma is as good as can be, and so the model takes it from luma.
        double[] Values(double adm) =>
            [.. model.Features.Select(feature => feature.Name.Contains("adm", StringComparison.Ordinal) ? adm : 0)];
    }

    [Fact]
    public void Members_of_a_bootstrap_model_are_named_and_spread()
    {
        VmafModel model = SyntheticModel.Linear([(Adm, 0.5)], members: [0.8, 1.2, 1.0]);
        var frame = new FrameFeatures(0, [0.5]);

        FrameExplanation main = Explain(model, frame, Few with { IncludesMemberSpread = true });
        FrameExplanation member = Explain(model, frame, Few with { MemberIndex = 1 });

        Assert.Equal(("vmaf", 0.5), (main.PredictorName, Math.Round(main.Features[0].Weight, 9)));
        Assert.Equal(0.5 * Math.Sqrt(0.08 / 3), main.Features[0].WeightSpread!.Value, 1e-9);
        Assert.Equal((model.MemberName(1), 0.6), (member.PredictorName, Math.Round(member.Features[0].Weight, 9)));
        Assert.Null(member.Features[0].WeightSpread);
    }

    [Fact]
    public void Frames_that_stand_out_are_marked()
    {
        VmafModel model = SyntheticModel.Linear([(Motion, 0.1), (Vif1, 0.4), (Vif3, 0.4)]);
        FrameFeatures[] frames =
        [
            new(0, [0, 0.9, 0.95]) { ReferenceMotion = 0, DistortedMotion = 0 },
            new(1, [0.01, 0.9, 0.95]) { ReferenceMotion = 0.01, DistortedMotion = 0.01 },
            new(2, [3, 0.9, 0.95]) { ReferenceMotion = 3, DistortedMotion = 0 },
            new(3, [3, 0.4, 0.45]) { ReferenceMotion = 3, DistortedMotion = 3 },
            new(4, [3, 0.9, 0.95]) { ReferenceMotion = 40, DistortedMotion = 40 },
            new(5, [3, 0.9, 0.95]) { ReferenceMotion = 3, DistortedMotion = 3 },
            new(6, [0.2, 0.4, 0.45]),
            new(7, [0.2, 0.4, 0.9]),
            new(8, [3, 0.4, 0.45]) { ReferenceMotion = 3, DistortedMotion = 3, OffsetFrames = 0 },
            new(9, [3, 0.9, 0.95]) { ReferenceMotion = 3, DistortedMotion = 3, OffsetFrames = 1 },
        ];

        IReadOnlyList<FrameExplanation> explained = new ScoreExplainer(model, Few).Explain(frames, cancellation: Token);

        Assert.Equal(
            [
                FrameConditions.None, FrameConditions.Static, FrameConditions.Frozen, FrameConditions.Misaligned, FrameConditions.SceneCut,
                FrameConditions.None, FrameConditions.None, FrameConditions.None, FrameConditions.None, FrameConditions.Misaligned,
            ],
            explained.Select(frame => frame.Conditions));
        Assert.Contains("another frame of the video", explained[3].Verdict, StringComparison.Ordinal);
        Assert.Contains("stands still", explained[2].Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_counts_the_frames()
    {
        var counts = new ConcurrentQueue<int>();
        FrameFeatures[] frames = [.. Enumerable.Range(0, 12).Select(index => new FrameFeatures(index, [0.5]))];

        new ScoreExplainer(SyntheticModel.Linear([(Adm, 0.5)]), Few).Explain(frames, new DirectProgress(counts), Token);

        Assert.Equal(Enumerable.Range(1, 12), counts.Order());
    }

    [Fact]
    public void A_clip_pools_its_frames()
    {
        VmafModel model = SyntheticModel.Linear([(Motion, 0.1), (Vif1, 0.4), (Vif3, 0.4)]);
        FrameFeatures[] frames = [new(10, [3, 0.5, 0.5]), new(11, [3, 0.3, 0.4]), new(12, [3, 0.9, 1])];

        var clip = ClipExplanation.Pool(new ScoreExplainer(model, Few).Explain(frames, cancellation: Token));

        Assert.Equal((3, 11, "vmaf"), (clip.FrameCount, clip.WorstFrameIndex, clip.PredictorName));
        Assert.Equal(frames.Average(frame => model.Predict([.. frame.Values])), clip.MeanScore, 1e-9);
        Assert.Equal(2, clip.ConditionCounts[FrameConditions.Misaligned]);
        Assert.Equal([3, 1, 2], clip.Features.Select(feature => feature.Rank));
        Assert.Equal(10 * (0.5 + 0.7 + 0.1) / 3, clip.Features[1].Effect, 1e-6);
        Assert.StartsWith("Mean score", clip.Verdict, StringComparison.Ordinal);
        Assert.Contains("2 of 3 frames", clip.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_requests_are_refused()
    {
        VmafModel plain = SyntheticModel.Linear([(Adm, 0.5)]);
        Assert.Equal(VmafErrorIds.OptionInvalid, Assert.Throws<VmafException>(() => new ScoreExplainer(plain, Few with { MemberIndex = 0 })).ErrorId);
        Assert.Equal(
            VmafErrorIds.OptionInvalid, Assert.Throws<VmafException>(() => new ScoreExplainer(plain, Few with { IncludesMemberSpread = true })).ErrorId);
        var explainer = new ScoreExplainer(plain, Few);
        var error = Assert.Throws<VmafException>(() => explainer.Explain([new FrameFeatures(3, [double.NaN])], cancellation: Token));
        Assert.Equal(VmafErrorIds.FeatureNotFinite, error.ErrorId);
        Assert.Contains("frame 3", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => explainer.Explain([new FrameFeatures(0, [1, 2])], cancellation: Token));
        Assert.Throws<ArgumentException>(() => explainer.Check(new FrameFeatures(0, [1, 2])));
        Assert.Empty(explainer.Explain([], cancellation: Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClipExplanation.Pool([]));
    }

    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    [InlineData(1e30)]
    public void Values_that_no_video_has_are_refused(double value)
    {
        var explainer = new ScoreExplainer(ModelCatalog.FromEnvironment().Load(ModelCatalog.DefaultModelName), Few);
        var sound = new FrameFeatures(0, [0.9, 4, 0.5, 0.8, 0.9, 0.9]);
        var absurd = new FrameFeatures(3, [value, 4, 0.5, 0.8, 0.9, 0.9]);

        explainer.Check(sound);
        VmafException error = Assert.Throws<VmafException>(() => explainer.Check(absurd));
        Assert.Equal(VmafErrorIds.FeatureNotFinite, error.ErrorId);
        Assert.Equal("integer_adm2", error.Target);
        Assert.Contains("'integer_adm2' of frame 3", error.Message, StringComparison.Ordinal);
        Assert.Equal(error.Message, Assert.Throws<VmafException>(() => explainer.Explain([sound, absurd], cancellation: Token)).Message);
        Assert.Single(explainer.Explain([sound, absurd], [0], cancellation: Token));
    }

    [Fact]
    public void A_score_that_is_not_finite_is_refused()
    {
        var explainer = new ScoreExplainer(SyntheticModel.Linear([(Adm, 1e308)]), Few);
        VmafException error = Assert.Throws<VmafException>(() => explainer.Check(new FrameFeatures(5, [1e6])));
        Assert.Equal(VmafErrorIds.FeatureNotFinite, error.ErrorId);
        Assert.Contains("frame 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_normalisation_is_refused()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = VmafModel.Load(SharedData.Model("nflxtrain_norm_type_none.json"));
        Assert.Equal(VmafErrorIds.ModelUnsupported, Assert.Throws<VmafException>(() => new ScoreExplainer(model)).ErrorId);
    }

    [Theory]
    [InlineData("vmaf_v0.6.1.json")]
    [InlineData("vmaf_b_v0.6.3.json")]
    [InlineData("vmaf_v1.0.16_3d0h.json")]
    [InlineData("vmaf_4k_v0.6.1.json")]
    public void Official_models_are_explained(string file)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        VmafModel model = VmafModel.Load(SharedData.Model(file));
        double[] values = [.. model.Features.Select(feature => feature.Name.Contains("motion", StringComparison.Ordinal) ? 4 : 0.8)];

        FrameExplanation frame = new ScoreExplainer(model).Explain([new FrameFeatures(0, values)], cancellation: Token)[0];

        Assert.Equal(model.Predict(values), frame.Score);
        Assert.InRange(frame.RSquared, 0.5, 1);
        Assert.Equal(Enumerable.Range(1, values.Length), frame.Features.Select(feature => feature.Rank).Order());
    }

    /// <summary>Luma's ADM and SpEED of chroma, which is taken from ADM where it is 0.</summary>
    private static VmafModel ModelWithChroma() => SyntheticModel.Linear(
        [("VMAF_integer_feature_adm3_score", 0.6), ("Speed_chroma_feature_speed_chroma_uv_score", -0.1)],
        chroma: new ChromaCorrection(120, 0, 1));

    private static FrameExplanation Explain(VmafModel model, FrameFeatures frame, LocalExplainerOptions? options = null) =>
        new ScoreExplainer(model, options ?? Few).Explain([frame], cancellation: Token)[0];

    private static void AssertFeature(
        FeatureEffect actual, string name, FeatureRole role, double weight, double slope, double best, double effect, int rank)
    {
        Assert.Equal((name, role, rank), (actual.Name, actual.Role, actual.Rank));
        Assert.Equal(weight, actual.Weight, 1e-9);
        Assert.Equal(slope, actual.Slope, 1e-7);
        Assert.Equal(best, actual.BestValue, 1e-9);
        Assert.Equal(effect, actual.Effect, 1e-6);
    }

    private sealed class DirectProgress(ConcurrentQueue<int> counts) : IProgress<int>
    {
        public void Report(int value) => counts.Enqueue(value);
    }
}
