using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features;

/// <summary>
/// One algorithm with its options, ready for one video format. It makes workers, which measure frames in any order and on any
/// thread, and one collector, which sees the measurements in frame order and turns them into feature values. An extractor serves
/// one or more <em>variants</em> (option sets) at once, so that what they have in common is computed once.
/// </summary>
internal interface IFeatureExtractor : IDisposable
{
    /// <summary>Names of the features as they stand in logs, all variants after one another, in libvmaf's order.</summary>
    IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How many numbers a worker measures for each frame.</summary>
    int MeasurementCount { get; }

    /// <summary>How many earlier frames a worker needs to see beside the current one.</summary>
    int HistoryLength { get; }

    /// <summary>
    /// Whether every frame must be measured even when only each n-th frame is scored, because later frames build on it.
    /// </summary>
    bool NeedsEveryFrame { get; }

    /// <summary>
    /// Whether libvmaf writes the feature only at the end of the video, which puts it behind all others in logs (motion2 and motion3).
    /// </summary>
    /// <param name="featureIndex">Index into <see cref="FeatureNames"/>.</param>
    bool ComesLastInLogs(int featureIndex) => false;

    /// <summary>Makes a worker with its own scratch memory. One worker is used by one thread at a time.</summary>
    /// <param name="tier">The instruction set to use, which the machine must have; all give the same numbers.</param>
    IFeatureWorker CreateWorker(SimdTier tier);

    /// <summary>Makes the collector of a run.</summary>
    IFeatureCollector CreateCollector();
}
