using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Motion;

/// <summary>
/// libvmaf's <c>motion</c>: how much the blurred reference luma changes from an earlier picture (integer_motion.c). Temporal
/// masking hides distortion, so VMAF uses it beside the fidelity features. The distorted video plays no part.
/// </summary>
internal sealed class MotionDefinition : FeatureExtractorDefinition
{
    internal const string FiveFrameWindow = "motion_five_frame_window";
    internal const string MovingAverage = "motion_moving_average";
    internal const string Debug = "debug";

    internal const string SumFeature = "VMAF_integer_feature_motion_sad_score";
    internal const string MotionFeature = "VMAF_integer_feature_motion_score";
    internal const string Motion2Feature = "VMAF_integer_feature_motion2_score";
    internal const string Motion3Feature = "VMAF_integer_feature_motion3_score";

    /// <inheritdoc/>
    public override string Name => "motion";

    /// <inheritdoc/>
    public override string Description => "Mean absolute difference of the blurred reference luma from an earlier frame.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [SumFeature, MotionFeature, Motion2Feature, Motion3Feature];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        MotionOptions.ForceZero,
        MotionOptions.BlendFactor,
        MotionOptions.BlendOffset,
        MotionOptions.FpsWeight,
        MotionOptions.MaximumValue,
        FeatureOption.Switch(FiveFrameWindow, "mffw", "Compares with the second frame before, over a window of five frames."),
        FeatureOption.Switch(MovingAverage, "mma", "Averages motion3 of a frame with that of the frame before."),
        new(Debug, FeatureOptionKind.Boolean, false, "Gives the feature integer_motion too."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new MotionExtractor(format, [.. variants.Select(options => new MotionVariant(options))]);
}
