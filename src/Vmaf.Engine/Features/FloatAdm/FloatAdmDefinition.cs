using Vmaf.Engine.Errors;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>
/// libvmaf's <c>float_adm</c>: detail loss and additive impairment of luma at four scales (S. Li, F. Zhang, L. Ma, K. N. Ngan, "Image quality
/// assessment by separately evaluating detail losses and additive impairments", IEEE Transactions on Multimedia, 2011), in single precision.
/// </summary>
public sealed class FloatAdmDefinition : FeatureExtractorDefinition
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
        Number(GainLimit, "egl", 100, 1, 100, "Largest gain by enhancement that counts; 1 for none."),
        Number(ViewDistance, "nvd", 3, 0.75, 24, "Viewing distance in heights of the display."),
        Number(NoiseWeight, "nw", 0.03125, 0, 1500, "Weight of the constant that keeps scores of flat pictures near 1."),
        Number(SensitivityFactor, "scf", 1, 0, 50, "Factor on Barten's contrast sensitivity."),
        Number(DiagonalFactor, "scfd", 1, 0, 50, "Factor on Barten's contrast sensitivity to diagonal detail."),
        new(DisplayHeight, FeatureOptionKind.Integer, 1080, "Height of the display in pixels.")
        {
            Alias = "rdf", Minimum = 1, Maximum = 4320, IsPartOfName = true,
        },
        new(SensitivityMode, FeatureOptionKind.Integer, 0, "Contrast sensitivity: 1 Barten's, 2 that of the paper, else Watson's.")
        {
            Alias = "csf", Minimum = 0, Maximum = 9, IsPartOfName = true,
        },
        new(BypassMasking, FeatureOptionKind.Integer, 0, "1 to leave out contrast masking.") { Alias = "bcm", Minimum = 0, Maximum = 1, IsPartOfName = true },
        new(HarmonicMean, FeatureOptionKind.Boolean, false, "Combines loss and impairment by their harmonic mean.") { Alias = "aah", IsPartOfName = true },
        Number(NormExponent, "apn", 3, 1, 20, "Exponent of the norm that pools a scale."),
        Number(LossWeight, "dlmw", 0.5, 0, 1, "Weight of detail loss in adm3; the rest is impairment."),
        Number(LeastValue, "min", 0, 0, 1, "Least value of adm3."),
        .. Enumerable.Range(0, 8).Select(index =>
            Number(
                $"adm_f{(index / 4) + 1}s{index % 4}",
                $"f{(index / 4) + 1}s{index % 4}",
                -1,
                -1,
                10,
                $"Contrast sensitivity to {(index < 4 ? "straight" : "diagonal")} detail of scale {index % 4}; below 0 for that of the mode.")),
        new(SkipImpairmentScale, FeatureOptionKind.Integer, -1, "Scale that does not count in impairment; -1 for none.")
        {
            Alias = "sasc", Minimum = -1, Maximum = 3, IsPartOfName = true,
        },
        new(SkipScale0, FeatureOptionKind.Boolean, false, "Leaves out the finest scale.") { Alias = "ssz", IsPartOfName = true },
    ];

    /// <inheritdoc/>
    public override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
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
        return new FrameExtractor([.. all.SelectMany(variant => variant.FeatureNames)], () => new FloatAdmWorker(format, all, SimdTiers.Current));
    }

    private static FeatureOption Number(string name, string alias, double value, double minimum, double maximum, string description) =>
        new(name, FeatureOptionKind.Double, value, description) { Alias = alias, Minimum = minimum, Maximum = maximum, IsPartOfName = true };
}
