using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Guide;

namespace Vmaf.Engine.Explanation;

/// <summary>What is known about a feature beside its number.</summary>
/// <param name="Name">Short name, for example <c>integer_vif_scale0</c>.</param>
/// <param name="Title">What it measures, in a word or two; its name where that is not known.</param>
/// <param name="Direction">Whether larger values are better; <see langword="null"/> where that is not known.</param>
/// <param name="Role">What it says about a frame.</param>
/// <param name="Plain">What its loss, or its presence, looks like, in words that end a sentence.</param>
internal sealed record FeatureMeaning(string Name, string Title, FeatureDirection? Direction, FeatureRole Role, string Plain)
{
    private static readonly (string Part, string Title, string Plain)[] Known =
    [
        ("vif_scale0", "Fine texture", "fine texture is lost"),
        ("vif_scale1", "Medium-sized detail", "medium-sized detail is lost"),
        ("vif_scale2", "Coarse detail", "coarse detail is lost"),
        ("vif_scale3", "Large structures", "large structures are altered"),
        ("vif", "Information kept", "information in the picture is lost"),
        ("aim", "Added errors", "visible errors are added"),
        ("adm_scale0", "Finest visible detail", "visible detail is lost"),
        ("adm_scale1", "Medium visible detail", "visible detail is lost"),
        ("adm_scale2", "Coarse visible detail", "visible detail is lost"),
        ("adm_scale3", "Largest visible detail", "visible detail is lost"),
        ("adm3", "Detail kept, errors added", "visible detail is lost"),
        ("adm", "Visible detail", "visible detail is lost"),
        ("ssim_l", "Likeness of luminance", "luminance is altered"),
        ("ssim_c", "Likeness of contrast", "contrast is altered"),
        ("ssim_s", "Likeness of structure", "structures are altered"),
        ("ms_ssim", "Structural similarity at five scales", "structures are altered"),
        ("ssim", "Structural similarity", "structures are altered"),
        ("cambi", "Banding", "there is banding"),
        ("speed_chroma", "Distortion of colours", "colours are distorted"),
        ("speed_temporal", "Distortion of movement", "movement is distorted"),
        ("ciede", "Likeness of colours", "colours are off"),
        ("anpsnr", "Peak signal to noise, filtered", "samples differ"),
        ("ansnr", "Signal to noise, filtered", "samples differ"),
        ("psnr_hvs", "Signal to noise as seen", "samples differ"),
        ("psnr_cb", "Signal to noise of Cb", "samples differ"),
        ("psnr_cr", "Signal to noise of Cr", "samples differ"),
        ("psnr", "Signal to noise of luma", "samples differ"),
        ("motion", "Movement of the content", "the content moves"),
    ];

    /// <summary>Whether it looks at the chroma planes.</summary>
    public bool SeesColor => Name.Contains("chroma", StringComparison.OrdinalIgnoreCase) || Name.Contains("ciede", StringComparison.OrdinalIgnoreCase);

    /// <summary>The meaning of a feature.</summary>
    /// <param name="featureName">libvmaf's internal name, or the name in logs.</param>
    public static FeatureMeaning Of(string featureName)
    {
        string name = FeatureNaming.Alias(featureName);
        FeatureDescription? description = FeatureGuide.Find(featureName) ?? FeatureGuide.FindMetric(name);
        FeatureRole role = RoleOf(description);
        foreach ((string part, string title, string plain) in Known)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new FeatureMeaning(name, title, description?.Direction, role, plain);
            }
        }

        return new FeatureMeaning(name, name, description?.Direction, role, $"{name} could be better");
    }

    /// <summary>The guide says which values are better; only what ends at 1 or begins at 0 has a known best one.</summary>
    private static FeatureRole RoleOf(FeatureDescription? description) => description switch
    {
        { Direction: FeatureDirection.HigherIsBetter, Maximum: 1 } => FeatureRole.Fidelity,
        { Direction: FeatureDirection.LowerIsBetter, Minimum: 0 } => FeatureRole.Impairment,
        { Direction: FeatureDirection.Neither } => FeatureRole.Content,
        _ => FeatureRole.Other,
    };
}
