using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>A bootstrap model whose score is the mean of its members, not that of the main model.</summary>
internal sealed class BaggingScoringModel(VmafModel model) : ScoringModel
{
    private readonly RegressionScoringModel _bootstrap = new(model);

    /// <inheritdoc/>
    public override ModelInfo Info => _bootstrap.Info;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelInput> Inputs => _bootstrap.Inputs;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ScoreNames => _bootstrap.ScoreNames;

    /// <inheritdoc/>
    public override int MemberCount => _bootstrap.MemberCount;

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> features, Span<double> scores)
    {
        _bootstrap.Predict(features, scores);
        scores[0] = scores[^BootstrapNames.FigureCount];
    }
}
