using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Adm;
using Vmaf.Engine.Features.Ansnr;
using Vmaf.Engine.Features.Cambi;
using Vmaf.Engine.Features.Ciede;
using Vmaf.Engine.Features.FloatAdm;
using Vmaf.Engine.Features.FloatMotion;
using Vmaf.Engine.Features.FloatVif;
using Vmaf.Engine.Features.Moments;
using Vmaf.Engine.Features.Motion;
using Vmaf.Engine.Features.NaturalScene;
using Vmaf.Engine.Features.Psnr;
using Vmaf.Engine.Features.PsnrHvs;
using Vmaf.Engine.Features.SiTi;
using Vmaf.Engine.Features.Speed;
using Vmaf.Engine.Features.Ssim;
using Vmaf.Engine.Features.Vif;

namespace Vmaf.Engine.Features;

/// <summary>All feature extractors there are, by name and by the features they provide.</summary>
public static class FeatureRegistry
{
    /// <summary>Every extractor: libvmaf's in its order of registration, then those that need no reference.</summary>
    public static IReadOnlyList<FeatureExtractorDefinition> Extractors { get; } =
    [
        new FloatPsnrDefinition(),
        new FloatAnsnrDefinition(),
        new FloatAdmDefinition(),
        new FloatVifDefinition(),
        new FloatMotionDefinition(),
        new FloatMomentDefinition(),
        new SpeedChromaDefinition(),
        new SpeedTemporalDefinition(),
        new FloatMsSsimDefinition(),
        new FloatSsimDefinition(),
        new CiedeDefinition(),
        new PsnrDefinition(),
        new PsnrHvsDefinition(),
        new AdmDefinition(),
        new MotionDefinition(),
        new VifDefinition(),
        new CambiDefinition(),
        new SiTiDefinition(),
        new MomentNorefDefinition(),
        new BrisqueDefinition(),
        new NiqeDefinition(),
    ];

    /// <summary>The extractor of a name.</summary>
    /// <param name="name">Name as on libvmaf's command line, for example <c>vif</c>.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureUnknown"/>, with the nearest names.</exception>
    public static FeatureExtractorDefinition GetByName(string name) =>
        Extractors.FirstOrDefault(extractor => extractor.Name == name)
        ?? throw new VmafException(
            VmafErrorIds.FeatureUnknown,
            $"There is no feature extractor '{name}'.",
            $"Nearest: {NameSuggestion.Nearest(name, Extractors.Select(extractor => extractor.Name))}.",
            name);

    /// <summary>The extractor that provides a feature, or <see langword="null"/>.</summary>
    /// <param name="featureName">libvmaf's internal name, for example <c>VMAF_integer_feature_adm2_score</c>.</param>
    public static FeatureExtractorDefinition? FindByFeature(string featureName) =>
        Extractors.FirstOrDefault(extractor => extractor.ProvidedFeatures.Contains(featureName));
}
