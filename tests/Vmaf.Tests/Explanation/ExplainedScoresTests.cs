using Vmaf.Clips;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Explanation;

public sealed class ExplainedScoresTests
{
    private const string Adm = "VMAF_integer_feature_adm2_score";
    private const string Motion = "VMAF_integer_feature_motion2_score";

    private static readonly FrameFeatures[] Frames = [new(0, [0.9, 4]), new(1, [0.7, 2]), new(2, [0.2, 1])];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Scores_are_the_models_whatever_the_number_of_neighbours()
    {
        VmafModel model = Model();
        double[] expected = [.. Frames.Select(frame => model.Predict([.. frame.Values]))];

        Assert.All(new[] { 1, 100, 5000 }, count => Assert.Equal(expected, Explain(model, count).Scores));
        Assert.Equal(expected.Average(), Explain(model, 1).Score);
    }

    [Fact]
    public void Scores_of_a_run_are_unchanged()
    {
        VmafModel model = ModelCatalog.FromEnvironment().Load(ModelCatalog.DefaultModelName);
        IClip reference = SyntheticClip.Create(new VideoFormat(176, 144, ChromaFormat.Yuv420, 8), 4, 1);
        using var pair = new ClipPair(
            new ClipSource(reference, "reference"), new ClipSource(reference.Degrade(Degradation.Blur, 2), "distorted"), new ClipPairOptions());
        QualityResult result = QualityScorer.Score(pair, new ScoringOptions { Models = [model], ThreadCount = 1 }, Token);

        var explained = ExplainedScores.Of(result, model, new LocalExplainerOptions { NeighborCount = 10 }, cancellation: Token);

        Assert.Equal(result.Frames.Select(frame => frame.Score!.Value), explained.Scores);
        Assert.Equal((4, 6), (explained.Explanations.RowCount, explained.Explanations.FeatureNames.Count));
    }

    [Fact]
    public void The_dictionary_has_the_keys_and_shapes_of_the_harness()
    {
        IReadOnlyDictionary<string, object> result = Explain(Model(), 100).ToDictionary();

        Assert.Equal(["VMAF_LE_scores", "VMAF_LE_scores_exps"], result.Keys);
        Assert.Equal(3, Assert.IsAssignableFrom<IReadOnlyList<double>>(result["VMAF_LE_scores"]).Count);
        var tables = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object>>(result["VMAF_LE_scores_exps"]);
        Assert.Equal(["feature_weights", "features", "features_normalized", "feature_names"], tables.Keys);
        Assert.Equal([Adm, Motion], Assert.IsAssignableFrom<IReadOnlyList<string>>(tables["feature_names"]));
        Assert.Equal(Frames.Select(frame => frame.Values), Assert.IsAssignableFrom<IReadOnlyList<IReadOnlyList<double>>>(tables["features"]));
    }

    [Fact]
    public void Rows_are_those_of_the_explainer()
    {
        VmafModel model = Model();
        LocalExplanationTable table = Explain(model, 100).Explanations;
        double[][] centers = [.. Frames.Select(frame => Normalize(model, frame))];
        IReadOnlyList<LocalFit> fits = new LocalExplainer(new LocalExplainerOptions { NeighborCount = 100 })
            .Fit(RegressorNeighbors.For(model.Main.Regressor), centers, Token);

        Assert.Equal(3, table.RowCount);
        Assert.Equal(centers, table.NormalizedFeatures);
        Assert.Equal(fits.Select(fit => fit.Weights), table.FeatureWeights);
    }

    [Fact]
    public void Rows_can_be_selected()
    {
        LocalExplanationTable all = Explain(Model(), 10).Explanations;

        LocalExplanationTable some = all.Select([2, 0]);

        Assert.Equal([all.FeatureWeights[2], all.FeatureWeights[0]], some.FeatureWeights);
        Assert.Equal([Frames[2].Values, Frames[0].Values], some.Features);
        Assert.Equal([all.NormalizedFeatures[2], all.NormalizedFeatures[0]], some.NormalizedFeatures);
        Assert.Equal(all.FeatureNames, some.FeatureNames);
        Assert.Throws<ArgumentOutOfRangeException>(() => all.Select([3]));
    }

    [Fact]
    public void No_frames_are_an_error() =>
        Assert.Equal(
            VmafErrorIds.NoFrames,
            Assert.Throws<VmafException>(() => ExplainedScores.Of(Array.Empty<FrameFeatures>(), Model(), cancellation: Token)).ErrorId);

    private static VmafModel Model() => SyntheticModel.Linear([(Adm, 0.6), (Motion, 0.2)]);

    private static ExplainedScores Explain(VmafModel model, int neighborCount) =>
        ExplainedScores.Of(Frames, model, new LocalExplainerOptions { NeighborCount = neighborCount }, cancellation: Token);

    private static double[] Normalize(VmafModel model, FrameFeatures frame)
    {
        double[] normalized = new double[frame.Values.Count];
        model.Main.Normalize([.. frame.Values], 1, normalized);
        return normalized;
    }
}
