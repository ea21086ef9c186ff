using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>Several models as one: its score is the mean of theirs, which are given too.</summary>
internal sealed class EnsembleScoringModel : ScoringModel
{
    private readonly IReadOnlyList<VmafModel> _models;

    /// <summary>Creates the ensemble.</summary>
    /// <param name="name">Name of its score in logs.</param>
    /// <param name="models">The models, at least one.</param>
    public EnsembleScoringModel(string name, IReadOnlyList<VmafModel> models)
    {
        _models = models;
        Inputs = [.. models.SelectMany(model => model.Features).Select(feature => new ModelInput(feature.Name, feature.ResolveOptions()))];
        ScoreNames = [name, .. models.Select((_, index) => $"{name}_model_{index}")];
        Info = models[0].Info with
        {
            Name = string.Join(" + ", models.Select(model => model.Info.Name)),
            Path = null,
            Sha256 = string.Join('+', models.Select(model => model.Info.Sha256)),
            MemberCount = 0,
            Description = $"Mean of {models.Count} models.",
        };
    }

    /// <inheritdoc/>
    public override ModelInfo Info { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<ModelInput> Inputs { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ScoreNames { get; }

    /// <inheritdoc/>
    public override void Predict(ReadOnlySpan<double> features, Span<double> scores)
    {
        double sum = 0;
        for (int index = 0; index < _models.Count; index++)
        {
            scores[index + 1] = _models[index].Predict(features[.._models[index].Features.Count]);
            sum += scores[index + 1];
            features = features[_models[index].Features.Count..];
        }

        scores[0] = sum / _models.Count;
    }
}
