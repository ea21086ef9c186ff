using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Motion;

/// <summary>
/// libvmaf's <c>motion</c>: how much the blurred reference luma changes from an earlier picture (integer_motion.c). Temporal
/// masking hides distortion, so VMAF uses it beside the fidelity features. The distorted video plays no part.
/// </summary>
public sealed class MotionDefinition : FeatureExtractorDefinition
{
    internal const string ForceZero = "motion_force_zero";
    internal const string BlendFactor = "motion_blend_factor";
    internal const string BlendOffset = "motion_blend_offset";
    internal const string FpsWeight = "motion_fps_weight";
    internal const string MaximumValue = "motion_max_val";
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
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [SumFeature, MotionFeature, Motion2Feature, Motion3Feature];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(ForceZero, FeatureOptionKind.Boolean, false, "Sets every motion value to zero.")
        {
            Alias = "force_0", IsPartOfName = true,
        },
        new(BlendFactor, FeatureOptionKind.Double, 1.0, "Slope of motion3 above the blend offset.")
        {
            Alias = "mbf", Minimum = 0, Maximum = 1, IsPartOfName = true,
        },
        new(BlendOffset, FeatureOptionKind.Double, 40.0, "Motion above which motion3 grows by the blend factor only.")
        {
            Alias = "mbo", Minimum = 0, Maximum = 1000, IsPartOfName = true,
        },
        new(FpsWeight, FeatureOptionKind.Double, 1.0, "Factor on every motion value, to make frame rates comparable.")
        {
            Alias = "mfw", Minimum = 0, Maximum = 5, IsPartOfName = true,
        },
        new(MaximumValue, FeatureOptionKind.Double, 10000.0, "Largest motion value; larger ones are clipped to it.")
        {
            Alias = "mmxv", Minimum = 0, Maximum = 10000, IsPartOfName = true,
        },
        new(FiveFrameWindow, FeatureOptionKind.Boolean, false, "Compares with the second frame before, over a window of five frames.")
        {
            Alias = "mffw", IsPartOfName = true,
        },
        new(MovingAverage, FeatureOptionKind.Boolean, false, "Averages motion3 of a frame with that of the frame before.")
        {
            Alias = "mma", IsPartOfName = true,
        },
        new(Debug, FeatureOptionKind.Boolean, false, "Gives the feature integer_motion too."),
    ];

    /// <inheritdoc/>
    public override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new MotionExtractor(format, [.. variants.Select(options => new MotionVariant(options))]);
}
