using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Moments;

/// <summary>First and second moments of both luma planes, on samples scaled to 8 bits (libvmaf's <c>float_moment</c>).</summary>
internal sealed class FloatMomentDefinition : FeatureExtractorDefinition
{
    /// <inheritdoc/>
    public override string Name => "float_moment";

    /// <inheritdoc/>
    public override string Description => "Mean and mean square of the luma samples of each video, scaled to 8 bits.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } =
        ["float_moment_ref1st", "float_moment_dis1st", "float_moment_ref2nd", "float_moment_dis2nd"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new FrameExtractor(ProvidedFeatures, tier => new Worker(format, tier));

    private sealed class Worker(VideoFormat format, SimdTier tier) : IFeatureWorker
    {
        public void Measure(FrameWindow window, Span<double> measurements)
        {
            double scale = 1 << (format.BitDepth - 8);
            double count = (double)format.Width * format.Height;
            SampleSums reference = SampleSumKernel.Sum(window.Reference.Luma, tier);
            SampleSums distorted = SampleSumKernel.Sum(window.Distorted.Luma, tier);
            measurements[0] = reference.Samples / scale / count;
            measurements[1] = distorted.Samples / scale / count;
            measurements[2] = reference.Squares / (scale * scale) / count;
            measurements[3] = distorted.Squares / (scale * scale) / count;
        }

        public void Dispose()
        {
            // No scratch memory.
        }
    }
}
