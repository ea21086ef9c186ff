using Vmaf.Engine.Features;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Metrics;

/// <summary>A metric that can be asked for by name, as the quality runners of the harness of Netflix/vmaf are. Listed in <see cref="QualityMetrics"/>.</summary>
public sealed record QualityMetric
{
    /// <summary>Name, as the runner's type: <c>PSNR</c>, <c>VMAFNEG</c>. Its score has this name too, if no feature has it already.</summary>
    public required string Name { get; init; }

    /// <summary>What its score says, one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Name of the harness' class.</summary>
    public required string HarnessClass { get; init; }

    /// <summary>Why it cannot be measured; <see langword="null"/> where it can.</summary>
    public string? Unsupported { get; init; }

    /// <summary>The feature extractors that it needs, beside those of its model.</summary>
    public IReadOnlyList<FeatureRequest> Features { get; init; } = [];

    /// <summary>How it uses a model.</summary>
    public MetricModelUse ModelUse { get; init; }

    /// <summary>Names of the models that it uses where none is named.</summary>
    public IReadOnlyList<string> DefaultModels { get; init; } = [];

    /// <summary>Whether scores are to be explained too.</summary>
    public bool Explains { get; init; }

    /// <summary>Whether it compares with a reference.</summary>
    public bool NeedsReference =>
        (ModelUse is not (MetricModelUse.None or MetricModelUse.Niqe)) || Features.Any(feature => FeatureRegistry.GetByName(feature.Extractor).NeedsReference);

    /// <summary>Whether it has a score of its own, which a model or its features give.</summary>
    internal bool HasScore => ModelUse != MetricModelUse.None || ScoreFeatures.Count > 0;

    /// <summary>Names in logs of the features that its score is worked out of, all of <see cref="Features"/>[0]; empty where it has no such score.</summary>
    internal IReadOnlyList<string> ScoreFeatures { get; init; } = [];

    /// <summary>Works the score out of <see cref="ScoreFeatures"/>; by default it is the first of them.</summary>
    internal Func<ReadOnlySpan<double>, double> Combine { get; init; } = values => values[0];

    /// <summary>The score as a feature of its own; <see langword="null"/> where there is none, or where a feature has the name already.</summary>
    /// <param name="requests">The extractors of all metrics of the run.</param>
    internal DerivedFeature? Derive(IReadOnlyList<FeatureRequest> requests)
    {
        if (ScoreFeatures.Count == 0)
        {
            return null;
        }

        FeatureOptionSet options = requests.First(request => request.Extractor == Features[0].Extractor).Resolve();
        ModelInput[] inputs = [.. ScoreFeatures.Select(feature => new ModelInput(feature, options))];
        bool hasItsName = inputs is [var only] && only.LogName.Equals(Name, StringComparison.OrdinalIgnoreCase);
        return hasItsName ? null : new DerivedFeature(Name, inputs, Combine);
    }
}
