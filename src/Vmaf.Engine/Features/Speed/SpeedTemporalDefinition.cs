using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Speed;

/// <summary>
/// libvmaf's <c>speed_temporal</c>: differences of entropy between the changes of luma from frame to frame, 0 for the first frame (SpEED;
/// libvmaf, speed.c). Pictures of less than 80×80 samples, once they are scaled, hold no block, and score 0; libvmaf crashes there.
/// </summary>
internal sealed class SpeedTemporalDefinition : FeatureExtractorDefinition
{
    internal const string UseReferenceDifference = "speed_use_ref_diff";

    /// <inheritdoc/>
    public override string Name => "speed_temporal";

    /// <inheritdoc/>
    public override string Description => "Spatial efficient entropic differencing of how luma changes from frame to frame.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = ["Speed_temporal_feature_speed_temporal_score"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        .. SpeedOptions.Common,
        FeatureOption.Switch(
            UseReferenceDifference, "urd", "Compare the distorted previous frame with the reference instead of the distorted one."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        var size = new PlaneSize(format.Width, format.Height);
        SpeedVariant[] read = [.. variants.Select(options => new SpeedVariant(options))];
        return new FrameExtractor(
            [.. read.SelectMany(variant => variant.FeatureNames)],
            tier => new SpeedTemporalWorker(SpeedKernels.Create(tier), read, size),
            historyLength: 1);
    }
}
