using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>
/// libvmaf's <c>float_motion</c>: how much the blurred reference changes from the frame before, in single precision.
/// </summary>
public sealed class FloatMotionDefinition : FeatureExtractorDefinition
{
    internal const string Debug = "debug";
    internal const string ForceZero = "motion_force_zero";
    internal const string FpsWeight = "motion_fps_weight";
    internal const string BlendFactor = "motion_blend_factor";
    internal const string BlendOffset = "motion_blend_offset";
    internal const string AddScale1 = "motion_add_scale1";
    internal const string FilterSize = "motion_filter_size";
    internal const string AddChroma = "motion_add_uv";
    internal const string MaximumValue = "motion_max_val";

    internal const string MotionFeature = "VMAF_feature_motion_score";
    internal const string Motion2Feature = "VMAF_feature_motion2_score";
    internal const string Motion3Feature = "VMAF_feature_motion3_score";

    /// <inheritdoc/>
    public override string Name => "float_motion";

    /// <inheritdoc/>
    public override string Description => "Mean absolute difference of the blurred reference from the frame before, in single precision.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [MotionFeature, Motion2Feature, Motion3Feature];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(Debug, FeatureOptionKind.Boolean, true, "Gives the feature motion too."),
        new(ForceZero, FeatureOptionKind.Boolean, false, "Sets every motion value to zero.") { Alias = "force_0", IsPartOfName = true },
        new(FpsWeight, FeatureOptionKind.Double, 1.0, "Factor on every motion value, to make frame rates comparable.")
        {
            Alias = "mfw", Minimum = 0, Maximum = 5, IsPartOfName = true,
        },
        new(BlendFactor, FeatureOptionKind.Double, 1.0, "Slope of motion3 above the blend offset.")
        {
            Alias = "mbf", Minimum = 0, Maximum = 1, IsPartOfName = true,
        },
        new(BlendOffset, FeatureOptionKind.Double, 40.0, "Motion above which motion3 grows by the blend factor only.")
        {
            Alias = "mbo", Minimum = 0, Maximum = 1000, IsPartOfName = true,
        },
        new(AddScale1, FeatureOptionKind.Boolean, false, "Adds the motion of the pictures at half their size.") { Alias = "mdc", IsPartOfName = true },
        new(FilterSize, FeatureOptionKind.Integer, 5, "Length of the blur: 1 for none, 3, and 5 for all other values.")
        {
            Alias = "mfs", Minimum = 0, Maximum = 9, IsPartOfName = true,
        },
        new(AddChroma, FeatureOptionKind.Boolean, false, "Adds the motion of the chroma planes.") { Alias = "mau", IsPartOfName = true },
        new(MaximumValue, FeatureOptionKind.Double, 10000.0, "Largest motion value; larger ones are clipped to it.")
        {
            Alias = "mmxv", Minimum = 0, Maximum = 10000, IsPartOfName = true,
        },
    ];

    /// <inheritdoc/>
    public override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
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
