using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>The score of one model for the whole run.</summary>
public sealed record ModelResult
{
    /// <summary>Name of the score in logs, for example <c>vmaf</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Names in logs of all its scores: <see cref="Name"/>, then those of members and what else it adds.</summary>
    public required IReadOnlyList<string> ScoreNames { get; init; }

    /// <summary>Which model it is, where it came from, and the hash of its file.</summary>
    public required ModelInfo Model { get; init; }

    /// <summary>The score, pooled over all frames that were scored.</summary>
    public required PooledScore Pooled { get; init; }

    /// <summary>What the members of a bootstrap model say; <see langword="null"/> for a single model.</summary>
    public BootstrapSummary? Bootstrap { get; init; }

    /// <summary>The scores of the model for other frames, such as those of several runs.</summary>
    /// <param name="names">The metrics of the frames; all of <see cref="ScoreNames"/> are among them.</param>
    /// <param name="metrics">The metrics pooled, in the same order.</param>
    public ModelResult PooledFrom(MetricNames names, IReadOnlyList<MetricSummary> metrics) =>
        FromMetrics(ScoreNames, Model, Bootstrap?.MemberCount ?? 0, names, metrics);

    /// <summary>Sums up the scores of a model. Scores are there for every frame, so they always pool.</summary>
    /// <param name="scoreNames">Names in logs of its own score, then for a bootstrap model those of its members and the figures about them.</param>
    /// <param name="model">The model.</param>
    /// <param name="memberCount">Number of members of a bootstrap model, 0 for other models.</param>
    /// <param name="names">The metrics of the run.</param>
    /// <param name="metrics">The metrics pooled.</param>
    internal static ModelResult FromMetrics(
        IReadOnlyList<string> scoreNames, ModelInfo model, int memberCount, MetricNames names, IReadOnlyList<MetricSummary> metrics)
    {
        PooledScore[] pooled = [.. scoreNames.Select(name => metrics[names.IndexOf(name)].Pooled!)];
        return new ModelResult
        {
            Name = scoreNames[0],
            ScoreNames = scoreNames,
            Model = model,
            Pooled = pooled[0],
            Bootstrap = memberCount > 0 ? new BootstrapSummary(memberCount, pooled[^4], pooled[^3], pooled[^2], pooled[^1]) : null,
        };
    }
}
