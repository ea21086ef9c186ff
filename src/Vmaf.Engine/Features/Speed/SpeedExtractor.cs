using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Speed;

/// <summary>SpEED, of chroma or in time, for one video format.</summary>
internal sealed class SpeedExtractor : IFeatureExtractor
{
    private readonly Func<SimdTier, IFeatureWorker> _createWorker;

    /// <summary>Creates an extractor.</summary>
    /// <param name="definition">What describes it.</param>
    /// <param name="variants">The variants.</param>
    /// <param name="historyLength">How many earlier frames a worker needs.</param>
    /// <param name="createWorker">Makes a worker that uses an instruction set.</param>
    public SpeedExtractor(
        FeatureExtractorDefinition definition, SpeedVariant[] variants, int historyLength, Func<SimdTier, IFeatureWorker> createWorker)
    {
        _createWorker = createWorker;
        HistoryLength = historyLength;
        FeatureNames =
        [
            .. variants.SelectMany(variant => definition.ProvidedFeatures.Select(feature => FeatureNaming.LogName(feature, variant.Options))),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public int MeasurementCount => FeatureNames.Count;

    /// <inheritdoc/>
    public int HistoryLength { get; }

    /// <inheritdoc/>
    public bool NeedsEveryFrame => false;

    /// <inheritdoc/>
    public IFeatureWorker CreateWorker(SimdTier tier) => _createWorker(tier);

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new PassThroughCollector();

    /// <inheritdoc/>
    public void Dispose()
    {
        // The memory belongs to the workers.
    }
}
