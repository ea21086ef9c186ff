using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ansnr;

/// <summary>
/// Signal-to-noise ratio of blurred luma (libvmaf's <c>float_ansnr</c>): the reference is blurred a little, the distorted picture more, so
/// that faint noise counts less.
/// </summary>
internal sealed class FloatAnsnrDefinition : FeatureExtractorDefinition
{
    /// <inheritdoc/>
    public override string Name => "float_ansnr";

    /// <inheritdoc/>
    public override string Description => "Anti-noise signal-to-noise ratio of luma in decibels.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["float_ansnr", "float_anpsnr"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (Math.Min(format.Width, format.Height) <= SquareBlur.LargestReach)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"ANSNR needs pictures of at least 3x3 samples; this video has {format.Width}x{format.Height}.",
                "Leave out float_ansnr.",
                Name);
        }

        return new FrameExtractor(ProvidedFeatures, tier => new AnsnrWorker(format, tier));
    }
}
