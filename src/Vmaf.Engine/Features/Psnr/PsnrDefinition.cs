using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Psnr;

/// <summary>Peak signal-to-noise ratio of each plane, on integer samples (libvmaf's <c>psnr</c>).</summary>
internal sealed class PsnrDefinition : FeatureExtractorDefinition
{
    internal const string EnableChroma = "enable_chroma";
    internal const string EnableMeanSquaredError = "enable_mse";
    internal const string EnableAggregate = "enable_apsnr";
    internal const string ReducedPeak = "reduced_hbd_peak";
    internal const string LeastSum = "min_sse";

    /// <inheritdoc/>
    public override string Name => "psnr";

    /// <inheritdoc/>
    public override string Description => "Peak signal-to-noise ratio of luma and chroma in decibels, capped by bit depth.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => options.Boolean(EnableChroma);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["psnr_y", "psnr_cb", "psnr_cr"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(EnableChroma, FeatureOptionKind.Boolean, true, "Measure the chroma planes too."),
        new(EnableMeanSquaredError, FeatureOptionKind.Boolean, false, "Report the mean squared error of each plane too."),
        new(EnableAggregate, FeatureOptionKind.Boolean, false, "Report the PSNR of the whole video's mean squared error as an aggregate."),
        new(ReducedPeak, FeatureOptionKind.Boolean, false, "Above 8 bits take 255 scaled to the bit depth as peak, not the largest value."),
        new(LeastSum, FeatureOptionKind.Double, 0.0, "Least possible sum of squared errors; sets the cap in place of the bit depth's.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) => new PsnrExtractor(format, variants);
}
