using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// The features of BRISQUE: statistics of the distorted luma at three scales, without a reference (A. Mittal, A. Moorthy, A. Bovik,
/// "No-reference image quality assessment in the spatial domain", IEEE Trans. Image Processing 21(12), 2012; details as in the harness of
/// Netflix/vmaf, noref_feature_extractor.py). Samples of more than 8 bits are scaled to 8.
/// </summary>
internal sealed class BrisqueDefinition : FeatureExtractorDefinition
{
    /// <summary>Number of scales, each half the size of the one before.</summary>
    internal const int ScaleCount = 3;

    private const int SmallestSide = 16;

    /// <inheritdoc/>
    public override string Name => "brisque";

    /// <inheritdoc/>
    public override string Description => "The 54 natural-scene statistics of BRISQUE of the distorted luma, without a reference.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [.. MakeNames().Select(name => "brisque_" + name)];

    /// <inheritdoc/>
    public override bool NeedsReference => false;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (Math.Min(format.Width, format.Height) < SmallestSide)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"BRISQUE needs pictures of at least {SmallestSide}x{SmallestSide} samples; this video has {format.Width}x{format.Height}.",
                "Leave out brisque.",
                Name);
        }

        return new FrameExtractor(ProvidedFeatures, tier => new BrisqueWorker(format, tier));
    }

    private static IEnumerable<string> MakeNames() =>
        Enumerable.Range(1, ScaleCount).SelectMany(scale => (string[])[$"alpha_m{scale}", $"sq_m{scale}"])
            .Concat(Enumerable.Range(1, ScaleCount).SelectMany(ProductFeatures.NamesOfScale));
}
