using Vmaf.Engine.Models;

namespace Vmaf.Engine.Scoring;

/// <summary>The score of one model for the whole run.</summary>
public sealed record ModelResult
{
    /// <summary>Name of the score in logs, for example <c>vmaf</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Which model it is, where it came from, and the hash of its file.</summary>
    public required ModelInfo Model { get; init; }

    /// <summary>The score, pooled over all frames that were scored.</summary>
    public required PooledScore Pooled { get; init; }

    /// <summary>What the members of a bootstrap model say; <see langword="null"/> for a single model.</summary>
    public BootstrapSummary? Bootstrap { get; init; }

    /// <summary>Sums up the scores of a model.</summary>
    /// <param name="name">Name of the score in logs.</param>
    /// <param name="model">The model.</param>
    /// <param name="memberCount">Number of members of a bootstrap model, 0 for other models.</param>
    /// <param name="pooled">Its own score, then for a bootstrap model those of its members and the figures about them.</param>
    internal static ModelResult FromPooled(string name, ModelInfo model, int memberCount, IReadOnlyList<PooledScore> pooled) => new()
    {
        Name = name,
        Model = model,
        Pooled = pooled[0],
        Bootstrap = memberCount > 0 ? new BootstrapSummary(memberCount, pooled[^4], pooled[^3], pooled[^2], pooled[^1]) : null,
    };
}
