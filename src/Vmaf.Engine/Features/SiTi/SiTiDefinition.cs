using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.SiTi;

/// <summary>
/// Spatial and temporal information of the distorted luma, without a reference (ITU-T Rec. P.910; borders as in the harness of
/// Netflix/vmaf, noref_feature_extractor.py). Samples of more than 8 bits are scaled to 8, so that figures of all depths compare.
/// </summary>
internal sealed class SiTiDefinition : FeatureExtractorDefinition
{
    /// <summary>Name of the spatial information in logs.</summary>
    public const string SpatialFeature = "si";

    /// <summary>Name of the temporal information in logs.</summary>
    public const string TemporalFeature = "ti";

    /// <inheritdoc/>
    public override string Name => "siti";

    /// <inheritdoc/>
    public override string Description => "Spatial and temporal information of the distorted luma (P.910), without a reference.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [SpatialFeature, TemporalFeature];

    /// <inheritdoc/>
    public override bool NeedsReference => false;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } = [];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (Math.Min(format.Width, format.Height) < 2)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"Spatial information needs pictures of at least 2x2 samples; this video has {format.Width}x{format.Height}.",
                "Leave out siti.",
                Name);
        }

        return new FrameExtractor(ProvidedFeatures, _ => new Worker(), historyLength: 1);
    }

    private sealed class Worker : IFeatureWorker
    {
        public void Measure(FrameWindow window, Span<double> measurements)
        {
            PlaneView luma = window.Distorted.Luma;
            double scale = 1 << (luma.BitDepth - 8);
            measurements[0] = SpatialInformation.Measure(luma) / scale;
            measurements[1] = window.HistoryLength == 0 ? 0 : TemporalInformation.Measure(luma, window.DistortedBefore(1).Luma) / scale;
        }

        public void Dispose()
        {
            // No scratch memory.
        }
    }
}
