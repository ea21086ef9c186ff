using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Psnr;

/// <summary>
/// PSNR of luma on samples scaled to 8 bits (libvmaf's <c>float_psnr</c>). The squared errors are summed as whole numbers, which is what
/// libvmaf's sums of single-precision squares amount to.
/// </summary>
internal sealed class FloatPsnrDefinition : FeatureExtractorDefinition
{
    private const double LeastMeanSquaredError = 1e-10;

    /// <inheritdoc/>
    public override string Name => "float_psnr";

    /// <inheritdoc/>
    public override string Description => "Peak signal-to-noise ratio of luma in decibels, on samples scaled to 8 bits.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["float_psnr"];

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
            double peak = ((1 << format.BitDepth) - 1) / scale;
            double largest = (6 * format.BitDepth) + 12;
            ulong sum = SquaredErrorKernel.Sum(window.Reference.Luma, window.Distorted.Luma, tier);
            double meanSquaredError = sum / (scale * scale) / ((double)format.Width * format.Height);
            measurements[0] = Math.Min(10 * Math.Log10(peak * peak / Math.Max(meanSquaredError, LeastMeanSquaredError)), largest);
        }

        public void Dispose()
        {
            // No scratch memory.
        }
    }
}
