using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>
/// PSNR on cosine transform coefficients weighted by contrast sensitivity, with errors below the masking threshold left out (N. Ponomarenko
/// et al., "On between-coefficient contrast masking of DCT basis functions", VPQM 2007; libvmaf's <c>psnr_hvs</c>, which is
/// Daala's). Beyond libvmaf, it takes 13 to 16 bits as well.
/// </summary>
internal sealed class PsnrHvsDefinition : FeatureExtractorDefinition
{
    /// <inheritdoc/>
    public override string Name => "psnr_hvs";

    /// <inheritdoc/>
    public override string Description => "PSNR weighted by contrast sensitivity and masking, of each plane and combined.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["psnr_hvs_y", "psnr_hvs_cb", "psnr_hvs_cr", "psnr_hvs"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (format.Chroma == ChromaFormat.Yuv400)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported, "PSNR-HVS needs chroma planes; this video has luma only.", "Leave out psnr_hvs.", Name);
        }

        if (Math.Min(format.ChromaWidth, format.ChromaHeight) < BlockGrid.BlockSide)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"PSNR-HVS needs planes of at least 8x8 samples; chroma has {format.ChromaWidth}x{format.ChromaHeight} here.",
                "Leave out psnr_hvs.",
                Name);
        }

        return new FrameExtractor(ProvidedFeatures, tier => new PsnrHvsWorker(format, tier));
    }
}
