using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>A loaded model in a run.</summary>
internal sealed class RegressionScoringModel : ScoringModel
{
    private readonly VmafModel _model;

    public RegressionScoringModel(VmafModel model)
    {
        _model = model;
        Inputs = [.. model.Features.Select(feature => new ModelInput(feature.Name, feature.ResolveOptions()))];
        ScoreNames = model.Members.Count == 0
            ? [model.Name]
            :
            [
                model.Name,
                .. Enumerable.Range(0, model.Members.Count).Select(model.MemberName),
                BootstrapNames.Bagging(model.Name),
                BootstrapNames.StandardDeviation(model.Name),
                BootstrapNames.ConfidenceLow(model.Name),
                BootstrapNames.ConfidenceHigh(model.Name),
            ];
    }

    /// <summary>The model.</summary>
    public VmafModel Model => _model;

    /// <inheritdoc/>
    public override ModelInfo Info => _model.Info;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelInput> Inputs { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ScoreNames { get; }

    /// <inheritdoc/>
    public override int MemberCount => _model.Members.Count;

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> features, Span<double> scores)
    {
        scores[0] = _model.Predict(features);
        if (_model.Members.Count > 0)
        {
            BootstrapScore bootstrap = _model.PredictBootstrap(features, scores[1..^BootstrapNames.FigureCount]);
            scores[^4] = bootstrap.Bagging;
            scores[^3] = bootstrap.StandardDeviation;
            scores[^2] = bootstrap.ConfidenceLow;
            scores[^1] = bootstrap.ConfidenceHigh;
        }
    }
}
