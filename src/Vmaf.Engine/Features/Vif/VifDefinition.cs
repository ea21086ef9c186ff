using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// The visual information fidelity of the distorted luma plane at four scales, in integer arithmetic (H. R. Sheikh, A. C. Bovik, "Image
/// information and visual quality", 2006; libvmaf, integer_vif.c).
/// </summary>
internal sealed class VifDefinition : FeatureExtractorDefinition
{
    internal const string DebugOption = "debug";
    internal const string GainLimitOption = "vif_enhn_gain_limit";
    internal const string SkipScale0Option = "vif_skip_scale0";
    internal const int FeatureCount = 15;

    private const double MaximumGainLimit = 100;

    /// <inheritdoc/>
    public override string Name => "vif";

    /// <inheritdoc/>
    public override string Description => "Visual information fidelity of the luma plane at four scales (integer arithmetic).";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } =
    [
        "VMAF_integer_feature_vif_scale0_score",
        "VMAF_integer_feature_vif_scale1_score",
        "VMAF_integer_feature_vif_scale2_score",
        "VMAF_integer_feature_vif_scale3_score",
        "integer_vif",
        "integer_vif_num",
        "integer_vif_den",
        "integer_vif_num_scale0",
        "integer_vif_den_scale0",
        "integer_vif_num_scale1",
        "integer_vif_den_scale1",
        "integer_vif_num_scale2",
        "integer_vif_den_scale2",
        "integer_vif_num_scale3",
        "integer_vif_den_scale3",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(DebugOption, FeatureOptionKind.Boolean, false, "Report the combined score and all sums beside the scores."),
        new(
            GainLimitOption,
            FeatureOptionKind.Double,
            MaximumGainLimit,
            "Largest gain by enhancement that counts; 1 gives no credit for enhancement.")
        {
            Alias = "egl",
            Minimum = 1,
            Maximum = MaximumGainLimit,
            IsPartOfName = true,
        },
        new(SkipScale0Option, FeatureOptionKind.Boolean, false, "Leave out the first scale, the picture at its full size.")
        {
            Alias = "ssclz",
            IsPartOfName = true,
        },
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (format.Width < VifArithmetic.MinimumSize || format.Height < VifArithmetic.MinimumSize)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"VIF cannot measure pictures of {format.Width}x{format.Height}; "
                    + $"the least size is {VifArithmetic.MinimumSize}x{VifArithmetic.MinimumSize}.",
                "Enlarge both videos, or leave out the feature and the models that need it.",
                Name);
        }

        return new VifExtractor(this, format, variants);
    }
}
