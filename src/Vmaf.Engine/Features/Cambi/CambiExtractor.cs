using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>CAMBI for one video format. Owns the files of heat maps.</summary>
internal sealed class CambiExtractor : IFeatureExtractor
{
    private readonly VideoFormat _format;
    private readonly CambiVariant[] _variants;
    private readonly HeatMapFiles?[] _heatMaps;

    /// <summary>Creates the extractor, and files for heat maps where they are asked for.</summary>
    /// <param name="definition">What describes it.</param>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The option sets.</param>
    public CambiExtractor(CambiDefinition definition, VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        _format = format;
        _variants = [.. variants.Select(options => new CambiVariant(options, format))];
        _heatMaps = [.. _variants.Select(variant => variant.HeatMapFolder.Length > 0 ? new HeatMapFiles(variant) : null)];

        // The names of what full reference adds carry no options, as in libvmaf.
        FeatureNames =
        [
            .. _variants.SelectMany(variant => definition.ProvidedFeatures
                .Take(variant.FeatureCount)
                .Select((feature, index) => index == 0 ? FeatureNaming.LogName(feature, variant.Options) : feature)),
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
    public IFeatureWorker CreateWorker(SimdTier tier) => new CambiWorker(_format, _variants, _heatMaps, tier);

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new PassThroughCollector();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (HeatMapFiles? files in _heatMaps)
        {
            files?.Dispose();
        }
    }
}
