namespace Vmaf.Engine.Caching;

/// <summary>What a cache tells of one of its results without reading all of it back.</summary>
public sealed record CacheEntry
{
    /// <summary>What it is found by.</summary>
    public required string Key { get; init; }

    /// <summary>Path of its file.</summary>
    public required string Path { get; init; }

    /// <summary>Length of its file in bytes.</summary>
    public required long LengthInBytes { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTime Saved { get; init; }

    /// <summary>Path that the reference had.</summary>
    public required string Reference { get; init; }

    /// <summary>Path that the distorted video had.</summary>
    public required string Distorted { get; init; }

    /// <summary>Names of the models.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Mean score of the first model, if there is one.</summary>
    public double? Score { get; init; }

    /// <summary>
    /// Means of the metrics without a model that were asked for by name, as PSNR; where there is no score at all, of the features.
    /// <see langword="null"/> for one that is not finite.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, double?>> Summary { get; init; }

    /// <summary>Number of frames that were scored.</summary>
    public required int FrameCount { get; init; }
}
