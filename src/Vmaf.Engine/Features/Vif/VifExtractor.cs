using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>VIF for one video format; all variants share the filters, and those with the same gain limit the sums.</summary>
internal sealed class VifExtractor : IFeatureExtractor
{
    private readonly VideoFormat _format;
    private readonly VifVariant[] _variants;

    /// <summary>Creates an extractor.</summary>
    /// <param name="definition">What describes it.</param>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The option sets.</param>
    public VifExtractor(VifDefinition definition, VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        _format = format;
        _variants = [.. variants.Select(VifVariant.From)];
        FeatureNames =
        [
            .. variants.SelectMany((options, index) => definition.ProvidedFeatures
                .Take(_variants[index].FeatureCount)
                .Select(feature => FeatureNaming.LogName(feature, options))),
        ];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public int MeasurementCount => FeatureNames.Count;

    /// <inheritdoc/>
    public int HistoryLength => 0;

    /// <inheritdoc/>
    public bool NeedsEveryFrame => false;

    /// <inheritdoc/>
    public IFeatureWorker CreateWorker(SimdTier tier) => new VifWorker(_format, _variants, tier);

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new PassThroughCollector();

    /// <inheritdoc/>
    public void Dispose()
    {
        // The memory belongs to the workers.
    }
}
