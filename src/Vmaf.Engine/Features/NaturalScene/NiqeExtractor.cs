using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>NIQE for one or more patch sizes; the normalised pictures are made once.</summary>
internal sealed class NiqeExtractor(VideoFormat format, NiqeVariant[] variants) : IFeatureExtractor
{
    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; } = [.. variants.SelectMany(variant => variant.FeatureNames)];

    /// <inheritdoc/>
    public int MeasurementCount { get; } = variants.Sum(variant => variant.MeasurementCount);

    /// <inheritdoc/>
    public int HistoryLength => 0;

    /// <inheritdoc/>
    public bool NeedsEveryFrame => false;

    /// <inheritdoc/>
    public IFeatureWorker CreateWorker(SimdTier tier) => new NiqeWorker(format, variants, tier);

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new NiqeCollector(variants);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds no memory of its own.
    }
}
