using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features;

/// <summary>An extractor whose workers measure the features themselves, frame by frame.</summary>
internal sealed class FrameExtractor : IFeatureExtractor
{
    private readonly Func<SimdTier, IFeatureWorker> _createWorker;

    /// <summary>Creates the extractor.</summary>
    /// <param name="featureNames">Names in logs; a worker's measurements have this order.</param>
    /// <param name="createWorker">Makes a worker that uses an instruction set.</param>
    /// <param name="historyLength">How many earlier frames a worker looks at.</param>
    public FrameExtractor(IReadOnlyList<string> featureNames, Func<SimdTier, IFeatureWorker> createWorker, int historyLength = 0)
    {
        FeatureNames = featureNames;
        HistoryLength = historyLength;
        _createWorker = createWorker;
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
        // Holds no memory of its own.
    }
}
