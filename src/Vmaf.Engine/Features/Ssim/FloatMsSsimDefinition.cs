using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Multi-scale structural similarity of luma (libvmaf's <c>float_ms_ssim</c>; Z. Wang, E. P. Simoncelli, A. C. Bovik, "Multiscale structural
/// similarity for image quality assessment", Asilomar Conference on Signals, Systems and Computers, 2003).
/// </summary>
internal sealed class FloatMsSsimDefinition : FeatureExtractorDefinition
{
    /// <inheritdoc/>
    public override string Name => "float_ms_ssim";

    /// <inheritdoc/>
    public override string Description => "Multi-scale structural similarity of luma.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["float_ms_ssim"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = SsimOptions.Shared;

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        const int LeastSide = SsimMeter.WindowLength << (FloatMsSsimWorker.ScaleCount - 1);
        if (format.Width < LeastSide || format.Height < LeastSide)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"MS-SSIM needs pictures of at least {LeastSide}x{LeastSide} samples; this video has {format.Width}x{format.Height}.",
                "Use float_ssim instead.",
                Name);
        }

        FloatMsSsimVariant[] all =
            [.. variants.Select(options => new FloatMsSsimVariant(options.Boolean(SsimOptions.EnableTerms), Decibels.From(format, options)))];
        return new FrameExtractor([.. all.SelectMany(variant => variant.FeatureNames)], tier => new FloatMsSsimWorker(format, all, tier));
    }
}
