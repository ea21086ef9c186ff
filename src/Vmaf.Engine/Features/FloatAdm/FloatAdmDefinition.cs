using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>
/// libvmaf's <c>float_adm</c>: detail loss and additive impairment of luma at four scales (S. Li, F. Zhang, L. Ma, K. N. Ngan, "Image quality
/// assessment by separately evaluating detail losses and additive impairments", IEEE Transactions on Multimedia, 2011), in single precision.
/// </summary>
internal sealed class FloatAdmDefinition : FeatureExtractorDefinition
{
    internal const string Debug = "debug";
    internal const string GainLimit = "adm_enhn_gain_limit";
    internal const string ViewDistance = "adm_norm_view_dist";
    internal const string NoiseWeight = "adm_noise_weight";
    internal const string SensitivityFactor = "adm_csf_scale";
    internal const string DiagonalFactor = "adm_csf_diag_scale";
    internal const string DisplayHeight = "adm_ref_display_height";
    internal const string SensitivityMode = "adm_csf_mode";
    internal const string BypassMasking = "adm_bypass_cm";
    internal const string HarmonicMean = "adm_adm3_apply_hm";
    internal const string NormExponent = "adm_p_norm";
    internal const string LossWeight = "adm_dlm_weight";
    internal const string LeastValue = "adm_min_val";
    internal const string SkipImpairmentScale = "adm_skip_aim_scale";
    internal const string SkipScale0 = "adm_skip_scale0";

    // The wavelet halves the picture four times, and masking looks one sample around.
    private const int LeastSide = 17;

    /// <inheritdoc/>
    public override string Name => "float_adm";

    /// <inheritdoc/>
    public override string Description => "Detail loss and additive impairment of luma at four scales, in single precision.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } =
    [
        "VMAF_feature_adm2_score", "VMAF_feature_aim_score", "VMAF_feature_adm3_score", "VMAF_feature_adm_scale0_score",
        "VMAF_feature_adm_scale1_score", "VMAF_feature_adm_scale2_score", "VMAF_feature_adm_scale3_score",
        "adm", "adm_num", "adm_den", "adm_num_scale0", "adm_den_scale0", "adm_num_scale1", "adm_den_scale1",
        "adm_num_scale2", "adm_den_scale2", "adm_num_scale3", "adm_den_scale3",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(Debug, FeatureOptionKind.Boolean, false, "Gives the sums behind the scores too."),
        FeatureOption.Number(GainLimit, "egl", 100, 1, 100, "Largest gain by enhancement that counts; 1 for none."),
        FeatureOption.Number(ViewDistance, "nvd", 3, 0.75, 24, "Viewing distance in heights of the display."),
        FeatureOption.Number(NoiseWeight, "nw", 0.03125, 0, 1500, "Weight of the constant that keeps scores of flat pictures near 1."),
        FeatureOption.Number(SensitivityFactor, "scf", 1, 0, 50, "Factor on Barten's contrast sensitivity."),
        FeatureOption.Number(DiagonalFactor, "scfd", 1, 0, 50, "Factor on Barten's contrast sensitivity to diagonal detail."),
        FeatureOption.WholeNumber(DisplayHeight, "rdf", 1080, 1, 4320, "Height of the display in pixels."),
        FeatureOption.WholeNumber(SensitivityMode, "csf", 0, 0, 9, "Contrast sensitivity: 1 Barten's, 2 that of the paper, else Watson's."),
        FeatureOption.WholeNumber(BypassMasking, "bcm", 0, 0, 1, "1 to leave out contrast masking."),
        FeatureOption.Switch(HarmonicMean, "aah", "Combines loss and impairment by their harmonic mean."),
        FeatureOption.Number(NormExponent, "apn", 3, 1, 20, "Exponent of the norm that pools a scale."),
        FeatureOption.Number(LossWeight, "dlmw", 0.5, 0, 1, "Weight of detail loss in adm3; the rest is impairment."),
        FeatureOption.Number(LeastValue, "min", 0, 0, 1, "Least value of adm3."),
        .. Enumerable.Range(0, 8).Select(index =>
            FeatureOption.Number(
                $"adm_f{(index / 4) + 1}s{index % 4}",
                $"f{(index / 4) + 1}s{index % 4}",
                -1,
                -1,
                10,
                $"Contrast sensitivity to {(index < 4 ? "straight" : "diagonal")} detail of scale {index % 4}; below 0 for that of the mode.")),
        FeatureOption.WholeNumber(SkipImpairmentScale, "sasc", -1, -1, 3, "Scale that does not count in impairment; -1 for none."),
        FeatureOption.Switch(SkipScale0, "ssz", "Leaves out the finest scale."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (Math.Min(format.Width, format.Height) < LeastSide)
        {
            throw new VmafException(
                VmafErrorIds.PictureTooSmall,
                $"float_adm needs pictures of at least {LeastSide}x{LeastSide} samples; this video has {format.Width}x{format.Height}.",
                "Leave out float_adm.",
                Name);
        }

        FloatAdmVariant[] all = [.. variants.Select(options => new FloatAdmVariant(options))];
        return new FrameExtractor([.. all.SelectMany(variant => variant.FeatureNames)], tier => new FloatAdmWorker(format, all, tier));
    }
}
