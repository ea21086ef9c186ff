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
}
