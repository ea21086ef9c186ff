using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Motion;

/// <summary>Motion for one video format. Variants that look equally far back share one measurement.</summary>
internal sealed class MotionExtractor : IFeatureExtractor
{
    private readonly VideoFormat _format;
    private readonly IReadOnlyList<MotionVariant> _variants;
    private readonly int[] _framesBack;

    /// <summary>Creates the extractor.</summary>
    public MotionExtractor(VideoFormat format, IReadOnlyList<MotionVariant> variants)
    {
        _format = format;
        _variants = variants;
        _framesBack = [.. variants.Where(variant => !variant.IsForcedToZero).Select(variant => variant.FramesBack).Distinct().Order()];
        FeatureNames = [.. variants.SelectMany(variant => variant.FeatureNames)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <inheritdoc/>
    public int MeasurementCount => _framesBack.Length;

    /// <inheritdoc/>
    public int HistoryLength => _framesBack.LastOrDefault();

    /// <inheritdoc/>
    public bool NeedsEveryFrame => true;

    /// <inheritdoc/>
    public bool ComesLastInLogs(int featureIndex) =>
        FeatureNames[featureIndex].StartsWith("integer_motion2", StringComparison.Ordinal)
        || FeatureNames[featureIndex].StartsWith("integer_motion3", StringComparison.Ordinal);

    /// <inheritdoc/>
    public IFeatureWorker CreateWorker(SimdTier tier) =>
        new MotionWorker(MotionMeter.Create(_format.Width, _format.Height, _format.BitDepth, tier), _framesBack);

    /// <inheritdoc/>
    public IFeatureCollector CreateCollector() => new MotionCollector(_variants, _framesBack, (long)_format.Width * _format.Height);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds no memory of its own.
    }
}
