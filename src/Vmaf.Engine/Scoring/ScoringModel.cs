using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>A model as a run uses it: which features it takes, and how it makes scores of them.</summary>
internal abstract class ScoringModel
{
    /// <summary>Which model it is.</summary>
    public abstract ModelInfo Info { get; }

    /// <summary>The features it takes, with the options they are measured with.</summary>
    public abstract IReadOnlyList<ModelInput> Inputs { get; }

    /// <summary>Names of all its scores as in logs: the main one first, then what a bootstrap model adds.</summary>
    public abstract IReadOnlyList<string> ScoreNames { get; }

    /// <summary>Members of a bootstrap model, without the main one; their scores and <see cref="BootstrapNames.FigureCount"/> figures follow the main score.</summary>
    public virtual int MemberCount => 0;

    /// <summary>Makes the scores of one frame. Called by one thread at a time.</summary>
    /// <param name="features">Finite values in the order of <see cref="Inputs"/>.</param>
    /// <param name="scores">Receives the scores in the order of <see cref="ScoreNames"/>.</param>
    public abstract void Predict(ReadOnlySpan<double> features, Span<double> scores);
}
