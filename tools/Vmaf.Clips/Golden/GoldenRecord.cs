namespace Vmaf.Clips.Golden;

/// <summary>A pair of clips with what libvmaf gives for it.</summary>
public sealed record GoldenRecord
{
    /// <summary>How the clips are made.</summary>
    public required GoldenRecipe Recipe { get; init; }

    /// <summary>SHA-256 of the reference's raw bytes.</summary>
    public required string ReferenceSha256 { get; init; }

    /// <summary>SHA-256 of the distorted clip's raw bytes.</summary>
    public required string DistortedSha256 { get; init; }

    /// <summary>Version that libvmaf states.</summary>
    public required string LibvmafVersion { get; init; }

    /// <summary>Arguments of the run of the feature extractors; for a model, <c>--model path=…</c> stands in place of the features.</summary>
    public required string Arguments { get; init; }

    /// <summary>Model name → metric name → value of each frame, as in the log of a run with that model.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double[]>> Models { get; init; }

    /// <summary>Metric name → value of each frame, as in the log of a run of the feature extractors with <c>debug=true</c>.</summary>
    public required IReadOnlyDictionary<string, double[]> Features { get; init; }
}
