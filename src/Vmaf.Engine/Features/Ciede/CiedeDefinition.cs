using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>
/// Colour difference by the CIEDE2000 formula, as 45 − 20 · lg of its mean over the picture (libvmaf's <c>ciede</c>). Samples are taken
/// as BT.709 of limited range.
/// </summary>
internal sealed class CiedeDefinition : FeatureExtractorDefinition
{
    /// <inheritdoc/>
    public override string Name => "ciede";

    /// <inheritdoc/>
    public override string Description => "Mean CIEDE2000 colour difference, on a logarithmic scale.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["ciede2000"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (format.Chroma == ChromaFormat.Yuv400)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported, "CIEDE2000 needs chroma planes; this video has luma only.", "Leave out ciede.", Name);
        }

        return new FrameExtractor(ProvidedFeatures, tier => new CiedeWorker(format, tier));
    }
}
