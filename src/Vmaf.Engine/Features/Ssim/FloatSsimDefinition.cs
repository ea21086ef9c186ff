using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>Structural similarity of luma (libvmaf's <c>float_ssim</c>), by default on pictures reduced to about 256 lines.</summary>
internal sealed class FloatSsimDefinition : FeatureExtractorDefinition
{
    private const string Scale = "scale";

    /// <inheritdoc/>
    public override string Name => "float_ssim";

    /// <inheritdoc/>
    public override string Description => "Structural similarity of luma.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["float_ssim"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        .. SsimOptions.Shared,
        new(Scale, FeatureOptionKind.Integer, 0, "How many times smaller the pictures are made first; 0 for about 256 lines.") { Minimum = 0, Maximum = 10 },
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        FloatSsimVariant[] all = [.. variants.Select(options => Variant(format, options))];
        return new FrameExtractor([.. all.SelectMany(variant => variant.FeatureNames)], tier => new FloatSsimWorker(format, all, tier));
    }

    /// <summary>The factor by which pictures are reduced when none is given.</summary>
    internal static int AutomaticFactor(VideoFormat format)
    {
        float lines = Math.Min(format.Width, format.Height) / 256.0f;
        return Math.Max(1, lines - (int)lines >= 0.5 ? (int)lines + 1 : (int)lines);
    }

    private static FloatSsimVariant Variant(VideoFormat format, FeatureOptionSet options)
    {
        int factor = options.Integer(Scale) == 0 ? AutomaticFactor(format) : options.Integer(Scale);
        if (BoxDecimator.OutputLength(format.Width, factor) < SsimMeter.WindowLength
            || BoxDecimator.OutputLength(format.Height, factor) < SsimMeter.WindowLength)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"SSIM needs pictures of at least {SsimMeter.WindowLength}x{SsimMeter.WindowLength} samples after reduction by {factor}; this video has {format.Width}x{format.Height}.",
                factor == 1 ? "Leave out float_ssim." : "Give the option scale a smaller value.",
                "float_ssim");
        }

        return new FloatSsimVariant(factor, options.Boolean(SsimOptions.EnableTerms), Decibels.From(format, options));
    }
}
