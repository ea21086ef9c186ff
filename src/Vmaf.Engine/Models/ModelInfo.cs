namespace Vmaf.Engine.Models;

/// <summary>What there is to know about a model without running it.</summary>
public sealed record ModelInfo
{
    /// <summary>Name of the model: its file's name without extension, or the name of a built-in model.</summary>
    public required string Name { get; init; }

    /// <summary>Where it was found.</summary>
    public required ModelOrigin Origin { get; init; }

    /// <summary>Path of its file; <see langword="null"/> for a built-in model.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of its file, as lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What the file holds.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>The features it takes.</summary>
    public required IReadOnlyList<ModelFeature> Features { get; init; }

    /// <summary>The limits of its scores, or <see langword="null"/> if it has none.</summary>
    public ScoreRange? ScoreRange { get; init; }

    /// <summary>Number of bootstrap members beside the main model; 0 for a plain model.</summary>
    public int MemberCount { get; init; }

    /// <summary>Whether it has a score transform, turned on or not.</summary>
    public bool HasTransform { get; init; }

    /// <summary>What it measures and under which viewing condition; empty where that is not known.</summary>
    public required string Description { get; init; }
}
