using Vmaf.Engine.Features;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.Tests.Scoring;

/// <summary>A model whose score is the sum of its features; with extra scores, those are the score plus 1, 2, ….</summary>
internal sealed class StubModel(string name, params ModelInput[] inputs) : ScoringModel
{
    public string[] ExtraScores { get; init; } = [];

    public override ModelInfo Info { get; } = new()
    {
        Name = "stub",
        Origin = ModelOrigin.BuiltIn,
        Sha256 = new string('0', 64),
        Kind = ModelKind.SupportVectorRegression,
        Features = [],
        Description = string.Empty,
    };

    public override IReadOnlyList<ModelInput> Inputs => inputs;

    public override IReadOnlyList<string> ScoreNames => [name, .. ExtraScores];

    public override int MemberCount => Math.Max(0, ExtraScores.Length - BootstrapNames.FigureCount);

    /// <summary>A model that takes feature x of a stub.</summary>
    public static StubModel OfX(string name, StubExtractorDefinition stub, params (string Name, string Value)[] options) =>
        new(name, new ModelInput(stub.Feature("x"), stub.With(options)));

    public override void Predict(ReadOnlySpan<double> features, Span<double> scores)
    {
        double sum = 0;
        foreach (double feature in features)
        {
            sum += feature;
        }

        for (int score = 0; score < scores.Length; score++)
        {
            scores[score] = sum + score;
        }
    }
}
