using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Moments;

/// <summary>
/// Mean, mean square and variance of the distorted luma at its own bit depth, without a reference (Moment_noref_feature of the harness of
/// Netflix/vmaf).
/// </summary>
internal sealed class MomentNorefDefinition : FeatureExtractorDefinition
{
    /// <inheritdoc/>
    public override string Name => "moment_noref";

    /// <inheritdoc/>
    public override string Description => "Mean, mean square and variance of the distorted luma samples, without a reference.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["moment_noref_1st", "moment_noref_2nd", "moment_noref_var"];

    /// <inheritdoc/>
    public override bool NeedsReference => false;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new FrameExtractor(ProvidedFeatures, tier => new Worker((double)format.Width * format.Height, tier));

    private sealed class Worker(double sampleCount, SimdTier tier) : IFeatureWorker
    {
        public void Measure(FrameWindow window, Span<double> measurements)
        {
            SampleSums sums = SampleSumKernel.Sum(window.Distorted.Luma, tier);
            double mean = sums.Samples / sampleCount;
            double meanSquare = sums.Squares / sampleCount;
            measurements[0] = mean;
            measurements[1] = meanSquare;
            measurements[2] = meanSquare - (mean * mean);
        }

        public void Dispose()
        {
            // No scratch memory.
        }
    }
}
