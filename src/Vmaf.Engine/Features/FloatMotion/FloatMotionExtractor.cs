using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>Motion for one video format. Variants that measure the same share it.</summary>
internal sealed class FloatMotionExtractor : IFeatureExtractor
{
    private readonly VideoFormat _format;
    private readonly FloatMotionVariant[] _variants;
    private readonly MotionMeasure[] _measures;

    /// <summary>Creates the extractor.</summary>
    public FloatMotionExtractor(VideoFormat format, FloatMotionVariant[] variants)
    {
        _format = format;
        _variants = variants;
        _measures = [.. variants.Where(variant => !variant.IsForcedToZero).Select(variant => variant.Measure).Distinct()];
        FeatureNames = [.. variants.SelectMany(variant => variant.FeatureNames)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public int MeasurementCount => _measures.Length;

    /// <inheritdoc/>
    public int HistoryLength => _measures.Length > 0 ? 1 : 0;

    /// <inheritdoc/>
    public bool NeedsEveryFrame => true;

    /// <inheritdoc/>
    public IFeatureWorker CreateWorker(SimdTier tier) => new FloatMotionWorker(_format, _measures, tier);

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new FloatMotionCollector(_variants, _measures);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds no memory of its own.
    }
}
