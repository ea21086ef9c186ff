namespace Vmaf.Engine.Features.Guide;

/// <summary>How to read a feature.</summary>
public sealed record FeatureDescription
{
    /// <summary>Name as in logs with default options, for example <c>integer_adm2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>libvmaf's internal name, as model files have it, for example <c>VMAF_integer_feature_adm2_score</c>.</summary>
    public required string InternalName { get; init; }

    /// <summary>The extractor that provides it.</summary>
    public required FeatureExtractorDefinition Extractor { get; init; }

    /// <summary>What it measures, one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>Whether larger values are better.</summary>
    public required FeatureDirection Direction { get; init; }

    /// <summary>The least value there can be; <see langword="null"/> where there is no such limit.</summary>
    public double? Minimum { get; init; }

    /// <summary>
    /// The largest value of natural video, where there is one. Values of VIF and ADM go slightly above it where the distorted video has
    /// more contrast than its reference.
    /// </summary>
    public double? Maximum { get; init; }

    /// <summary>
    /// The value of a video compared with itself, which may be infinite; <see langword="null"/> where that depends on the content.
    /// </summary>
    public double? IdenticalValue { get; init; }

    /// <summary>The option, as <c>name=value</c>, without which the extractor does not report it; <see langword="null"/> for none.</summary>
    public string? RequiredOption { get; init; }
}
