using Vmaf.Engine.Features;

namespace Vmaf.Engine.Explanation;

/// <summary>What is known about a feature beside its number.</summary>
/// <param name="Name">Short name, for example <c>integer_vif_scale0</c>.</param>
/// <param name="Role">What it says about a frame.</param>
/// <param name="Plain">What its loss, or its presence, looks like, in words that end a sentence.</param>
internal sealed record FeatureMeaning(string Name, FeatureRole Role, string Plain)
{
    private static readonly (string Part, FeatureRole Role, string Plain)[] Known =
    [
        ("vif_scale0", FeatureRole.Fidelity, "fine texture is lost"),
        ("vif_scale1", FeatureRole.Fidelity, "medium-sized detail is lost"),
        ("vif_scale2", FeatureRole.Fidelity, "coarse detail is lost"),
        ("vif_scale3", FeatureRole.Fidelity, "large structures are altered"),
        ("vif", FeatureRole.Fidelity, "information in the picture is lost"),
        ("aim", FeatureRole.Impairment, "visible errors are added"),
        ("adm", FeatureRole.Fidelity, "visible detail is lost"),
        ("ms_ssim", FeatureRole.Fidelity, "structures are altered"),
        ("ssim", FeatureRole.Fidelity, "structures are altered"),
        ("cambi", FeatureRole.Impairment, "there is banding"),
        ("speed_chroma", FeatureRole.Impairment, "colours are distorted"),
        ("speed_temporal", FeatureRole.Impairment, "movement is distorted"),
        ("ciede", FeatureRole.Impairment, "colours are off"),
        ("psnr", FeatureRole.Other, "samples differ"),
        ("ansnr", FeatureRole.Other, "samples differ"),
        ("motion", FeatureRole.Content, "the content moves"),
    ];

    /// <summary>Whether it looks at the chroma planes.</summary>
    public bool SeesColor => Name.Contains("chroma", StringComparison.OrdinalIgnoreCase) || Name.Contains("ciede", StringComparison.OrdinalIgnoreCase);

    /// <summary>The meaning of a feature.</summary>
    /// <param name="featureName">libvmaf's internal name.</param>
    public static FeatureMeaning Of(string featureName)
    {
        string name = FeatureNaming.Alias(featureName);
        foreach ((string part, FeatureRole role, string plain) in Known)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return new FeatureMeaning(name, role, plain);
            }
        }

        return new FeatureMeaning(name, FeatureRole.Other, $"{name} could be better");
    }
}
