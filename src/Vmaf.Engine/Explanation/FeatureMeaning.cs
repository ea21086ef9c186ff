using Vmaf.Engine.Features;

namespace Vmaf.Engine.Explanation;

/// <summary>What is known about a feature beside its number.</summary>
/// <param name="Name">Short name, for example <c>integer_vif_scale0</c>.</param>
/// <param name="Title">What it measures, in a word or two; its name where that is not known.</param>
/// <param name="Role">What it says about a frame.</param>
/// <param name="Plain">What its loss, or its presence, looks like, in words that end a sentence.</param>
internal sealed record FeatureMeaning(string Name, string Title, FeatureRole Role, string Plain)
{
    private static readonly (string Part, string Title, FeatureRole Role, string Plain)[] Known =
    [
        ("vif_scale0", "Fine texture", FeatureRole.Fidelity, "fine texture is lost"),
        ("vif_scale1", "Medium-sized detail", FeatureRole.Fidelity, "medium-sized detail is lost"),
        ("vif_scale2", "Coarse detail", FeatureRole.Fidelity, "coarse detail is lost"),
        ("vif_scale3", "Large structures", FeatureRole.Fidelity, "large structures are altered"),
        ("vif", "Information kept", FeatureRole.Fidelity, "information in the picture is lost"),
        ("aim", "Added errors", FeatureRole.Impairment, "visible errors are added"),
        ("adm_scale0", "Finest visible detail", FeatureRole.Fidelity, "visible detail is lost"),
        ("adm_scale1", "Medium visible detail", FeatureRole.Fidelity, "visible detail is lost"),
        ("adm_scale2", "Coarse visible detail", FeatureRole.Fidelity, "visible detail is lost"),
        ("adm_scale3", "Largest visible detail", FeatureRole.Fidelity, "visible detail is lost"),
        ("adm3", "Detail kept, errors added", FeatureRole.Fidelity, "visible detail is lost"),
        ("adm", "Visible detail", FeatureRole.Fidelity, "visible detail is lost"),
        ("ms_ssim", "Structure at several scales", FeatureRole.Fidelity, "structures are altered"),
        ("ssim", "Structure", FeatureRole.Fidelity, "structures are altered"),
        ("cambi", "Banding", FeatureRole.Impairment, "there is banding"),
        ("speed_chroma", "Distortion of colours", FeatureRole.Impairment, "colours are distorted"),
        ("speed_temporal", "Distortion of movement", FeatureRole.Impairment, "movement is distorted"),
        ("ciede", "Likeness of colours", FeatureRole.Impairment, "colours are off"),
        ("psnr", "Signal to noise", FeatureRole.Other, "samples differ"),
        ("ansnr", "Signal to noise", FeatureRole.Other, "samples differ"),
        ("motion", "Movement of the content", FeatureRole.Content, "the content moves"),
    ];

    /// <summary>Whether it looks at the chroma planes.</summary>
    public bool SeesColor => Name.Contains("chroma", StringComparison.OrdinalIgnoreCase) || Name.Contains("ciede", StringComparison.OrdinalIgnoreCase);

    /// <summary>The meaning of a feature.</summary>
    /// <param name="featureName">libvmaf's internal name.</param>
    public static FeatureMeaning Of(string featureName)
    {
        string name = FeatureNaming.Alias(featureName);
        foreach ((string part, string title, FeatureRole role, string plain) in Known)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new FeatureMeaning(name, title, role, plain);
            }
        }

        return new FeatureMeaning(name, name, FeatureRole.Other, $"{name} could be better");
    }
}
