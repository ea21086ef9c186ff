using Vmaf.Engine.Features;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Scoring;

/// <summary>What to measure, and how.</summary>
public sealed record ScoringOptions
{
    /// <summary>The models to score with; each has its own <see cref="VmafModel.Name"/>. Empty to measure features only.</summary>
    public IReadOnlyList<VmafModel> Models { get; init; } = [];

    /// <summary>Features to measure beside those that the models need.</summary>
    public IReadOnlyList<FeatureRequest> Features { get; init; } = [];

    /// <summary>Metrics by name, with their models; their scores come after those of <see cref="Models"/>.</summary>
    public MetricSelection Metrics { get; init; } = MetricSelection.Empty;

    /// <summary>Whether what is asked for compares with a reference.</summary>
    /// <exception cref="Errors.VmafException">A feature is unknown.</exception>
    public bool NeedsReference =>
        Models.Count > 0 || Metrics.NeedsReference || Features.Any(feature => FeatureRegistry.GetByName(feature.Extractor).NeedsReference);

    /// <summary>Number of measuring threads, at least 1; one more reads. 0 for one a processor.</summary>
    public int ThreadCount { get; init; }

    /// <summary>
    /// Scores only frames whose index is a multiple of this, at least 1. Features that build on earlier frames are measured on every
    /// frame all the same. Even strides can fall in step with the frame pyramid of an encoder and see only its better frames.
    /// </summary>
    public int Stride { get; init; } = 1;

    /// <summary>What to do when the videos have different numbers of frames.</summary>
    public LengthPolicy LengthPolicy { get; init; }

    /// <summary>The instruction set to use, which the machine must have; <see langword="null"/> for the one that suits the run.</summary>
    internal SimdTier? Tier { get; init; }

    /// <summary>The number of measuring threads in force.</summary>
    internal int EffectiveThreadCount => ThreadCount > 0 ? ThreadCount : Environment.ProcessorCount;

    /// <summary>Checks the numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least value.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ThreadCount, nameof(ThreadCount));
        ArgumentOutOfRangeException.ThrowIfLessThan(Stride, 1, nameof(Stride));
    }
}
