using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Motion;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>
/// libvmaf's <c>float_motion</c>: how much the blurred reference changes from the frame before, in single precision.
/// </summary>
internal sealed class FloatMotionDefinition : FeatureExtractorDefinition
{
    internal const string Debug = "debug";
    internal const string AddScale1 = "motion_add_scale1";
    internal const string FilterSize = "motion_filter_size";
    internal const string AddChroma = "motion_add_uv";

    internal const string MotionFeature = "VMAF_feature_motion_score";
    internal const string Motion2Feature = "VMAF_feature_motion2_score";
    internal const string Motion3Feature = "VMAF_feature_motion3_score";

    /// <inheritdoc/>
    public override string Name => "float_motion";

    /// <inheritdoc/>
    public override string Description => "Mean absolute difference of the blurred reference from the frame before, in single precision.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => options.Boolean(AddChroma);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [MotionFeature, Motion2Feature, Motion3Feature];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(Debug, FeatureOptionKind.Boolean, true, "Gives the feature motion too."),
        MotionOptions.ForceZero,
        MotionOptions.FpsWeight,
        MotionOptions.BlendFactor,
        MotionOptions.BlendOffset,
        FeatureOption.Switch(AddScale1, "mdc", "Adds the motion of the pictures at half their size."),
        FeatureOption.WholeNumber(FilterSize, "mfs", 5, 0, 9, "Length of the blur: 1 for none, 3, and 5 for all other values."),
        FeatureOption.Switch(AddChroma, "mau", "Adds the motion of the chroma planes."),
        MotionOptions.MaximumValue,
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        FloatMotionVariant[] all = [.. variants.Select(options => new FloatMotionVariant(options))];
        foreach (FloatMotionVariant variant in all.Where(variant => !variant.IsForcedToZero))
        {
            Check(format, variant);
        }

        return new FloatMotionExtractor(format, all);
    }

    private void Check(VideoFormat format, FloatMotionVariant variant)
    {
        if (variant.Measure.AddsChroma && format.Chroma == ChromaFormat.Yuv400)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported, $"Option '{AddChroma}' needs chroma planes; this video has luma only.", $"Leave out {AddChroma}.", Name);
        }

        int side = variant.Measure.AddsChroma ? Math.Min(format.ChromaWidth, format.ChromaHeight) : Math.Min(format.Width, format.Height);
        if (side <= MotionBlur.Weights(variant.Measure.FilterSize).Length / 2)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"float_motion needs planes of at least 3x3 samples; this video has {format.Width}x{format.Height}.",
                "Leave out float_motion.",
                Name);
        }
    }
}
