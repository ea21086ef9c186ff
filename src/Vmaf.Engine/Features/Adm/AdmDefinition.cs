using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// The additive distortion metric in fixed point (libvmaf, integer_adm.c): detail loss against the reference over four scales of a
/// wavelet transform (adm2), additive impairment (aim), and their blend (adm3). After S. Li, F. Zhang, L. Ma, K. N. Ngan, "Image
/// quality assessment by separately evaluating detail losses and additive impairments", IEEE Transactions on Multimedia, 2011.
/// </summary>
internal sealed class AdmDefinition : FeatureExtractorDefinition
{
    internal const string Debug = "debug";
    internal const string CsfScale = "adm_csf_scale";
    internal const string CsfDiagonalScale = "adm_csf_diag_scale";
    internal const string DetailLossWeight = "adm_dlm_weight";
    internal const string EnhancementGainLimit = "adm_enhn_gain_limit";
    internal const string ViewingDistance = "adm_norm_view_dist";
    internal const string DisplayHeight = "adm_ref_display_height";
    internal const string CsfMode = "adm_csf_mode";
    internal const string NoiseWeight = "adm_noise_weight";
    internal const string SkipAdditive = "adm_skip_aim";
    internal const string SkipFirstScale = "adm_skip_scale0";
    internal const string LeastValue = "adm_min_val";

    /// <summary>Number of features of one variant, and of those that debug adds.</summary>
    internal const int PlainFeatureCount = 7;

    /// <inheritdoc/>
    public override string Name => "adm";

    /// <inheritdoc/>
    public override string Description => "Additive distortion metric: loss of detail, added impairment, and their blend; fixed point.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } =
    [
        "VMAF_integer_feature_adm2_score",
        "VMAF_integer_feature_aim_score",
        "VMAF_integer_feature_adm3_score",
        "integer_adm_scale0",
        "integer_adm_scale1",
        "integer_adm_scale2",
        "integer_adm_scale3",
        "integer_adm",
        "integer_adm_num",
        "integer_adm_den",
        "integer_adm_num_scale0",
        "integer_adm_den_scale0",
        "integer_adm_num_scale1",
        "integer_adm_den_scale1",
        "integer_adm_num_scale2",
        "integer_adm_den_scale2",
        "integer_adm_num_scale3",
        "integer_adm_den_scale3",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(Debug, FeatureOptionKind.Boolean, false, "Also give numerators and denominators, in total and by scale."),
        FeatureOption.Number(
            CsfScale, "scf", 1.0, 0.0, 50.0, "Factor on the contrast sensitivity of horizontal and vertical detail; only with mode 1."),
        FeatureOption.Number(
            CsfDiagonalScale, "scfd", 1.0, 0.0, 50.0, "Factor on the contrast sensitivity of diagonal detail; only with mode 1."),
        FeatureOption.Number(
            DetailLossWeight, "dlmw", 0.5, 0.0, 1.0, "Weight of detail loss in adm3; the rest goes to additive impairment."),
        FeatureOption.Number(
            EnhancementGainLimit, "egl", 100.0, 1.0, 100.0, "How much stronger than the reference enhanced detail may count; 1 for not at all."),
        FeatureOption.Number(ViewingDistance, "nvd", 3.0, 0.75, 24.0, "Viewing distance in heights of the display."),
        FeatureOption.WholeNumber(DisplayHeight, "rdh", 1080, 1, 4320, "Height of the display in pixels."),
        FeatureOption.WholeNumber(
            CsfMode, "csf", 0, 0, 3, "Contrast sensitivity: 0 Watson 1997, 1 Barten, 2 a blend of the two, 3 the blend refitted to mean absolute error."),
        FeatureOption.Number(NoiseWeight, "nw", 0.03125, 0.0, 1500.0, "Weight of the noise floor that keeps flat pictures defined."),
        new(SkipAdditive, FeatureOptionKind.Boolean, false, "Do not compute additive impairment."),
        FeatureOption.Switch(SkipFirstScale, "ssz", "Leave out the finest scale."),
        FeatureOption.Number(LeastValue, "min", 0.0, 0.0, 1.0, "Least value of adm3; lower ones are raised to it."),
    ];

    /// <inheritdoc/>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OptionInvalid"/>: the viewing condition is out of the features' range.</exception>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new AdmExtractor(format, [.. variants.Select(options => new AdmVariant(options))]);
}
