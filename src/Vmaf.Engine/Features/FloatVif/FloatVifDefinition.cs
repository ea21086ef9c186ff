using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatVif;

/// <summary>
/// libvmaf's <c>float_vif</c>: visual information fidelity of luma at four scales (H. R. Sheikh, A. C. Bovik, "Image information and visual
/// quality", IEEE Transactions on Image Processing, 2006), in single precision.
/// </summary>
internal sealed class FloatVifDefinition : FeatureExtractorDefinition
{
    internal const string Debug = "debug";
    internal const string GainLimit = "vif_enhn_gain_limit";
    internal const string KernelScale = "vif_kernelscale";
    internal const string Prescale = "vif_prescale";
    internal const string PrescaleMethod = "vif_prescale_method";
    internal const string NoiseVariance = "vif_sigma_nsq";
    internal const string SkipScale0 = "vif_skip_scale0";

    /// <inheritdoc/>
    public override string Name => "float_vif";

    /// <inheritdoc/>
    public override string Description => "Visual information fidelity of luma at four scales, in single precision.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } =
    [
        "VMAF_feature_vif_scale0_score", "VMAF_feature_vif_scale1_score", "VMAF_feature_vif_scale2_score", "VMAF_feature_vif_scale3_score",
        "vif", "vif_num", "vif_den", "vif_num_scale0", "vif_den_scale0", "vif_num_scale1", "vif_den_scale1",
        "vif_num_scale2", "vif_den_scale2", "vif_num_scale3", "vif_den_scale3",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(Debug, FeatureOptionKind.Boolean, false, "Gives the sums behind the scores too."),
        FeatureOption.Number(GainLimit, "egl", 100.0, 1, 100, "Largest gain by enhancement that counts; 1 for none."),
        FeatureOption.Number(KernelScale, "ks", 1.0, 0.1, 4, "Factor on the width of the Gaussians, one of those that libvmaf knows."),
        FeatureOption.Number(Prescale, "ps", 1.0, 0.1, 4, "Factor by which the pictures are made larger first."),
        FeatureOption.Number("vif_scale1_min_val", "s1miv", 0.0, 0, 1, "Least value of scale 1."),
        FeatureOption.Number("vif_scale2_min_val", "s2miv", 0.0, 0, 1, "Least value of scale 2."),
        FeatureOption.Number("vif_scale3_min_val", "s3miv", 0.0, 0, 1, "Least value of scale 3."),
        new(PrescaleMethod, FeatureOptionKind.Text, "nearest", "How to make them larger: nearest, bilinear, bicubic or lanczos4.")
        {
            Alias = "pm", IsPartOfName = true,
        },
        FeatureOption.Number(NoiseVariance, "snsq", 2.0, 0, 5, "Variance of the visual system's noise."),
        FeatureOption.Switch(SkipScale0, "ssclz", "Leaves out the finest scale."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        FloatVifVariant[] all = [.. variants.Select(options => new FloatVifVariant(format, options))];
        foreach (FloatVifVariant variant in all)
        {
            CheckSize(format, variant);
        }

        return new FrameExtractor([.. all.SelectMany(variant => variant.FeatureNames)], tier => new FloatVifWorker(format, all, tier));
    }

    private void CheckSize(VideoFormat format, FloatVifVariant variant)
    {
        for (int scale = 0; scale < FloatVifVariant.ScaleCount; scale++)
        {
            int reach = variant.FilterWeights(scale).Length / 2;
            int filtered = Math.Min(variant.Width, variant.Height) >> scale;
            if (filtered <= reach)
            {
                throw new VmafException(
                    VmafErrorIds.PictureTooSmall,
                    $"The filter of VIF's scale {scale} needs more than {reach} samples on each side; this video of {format.Width}x{format.Height} leaves {filtered}.",
                    "Leave out float_vif, or give smaller filters.",
                    Name);
            }
        }
    }
}
