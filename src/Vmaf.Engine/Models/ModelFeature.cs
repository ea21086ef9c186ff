using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Models;

/// <summary>A feature that a model takes: libvmaf's internal name, and the options that the extractor is to run with.</summary>
/// <param name="Name">Internal name, for example <c>VMAF_integer_feature_vif_scale0_score</c>.</param>
/// <param name="Options">Option names and value texts, in order; a later one of the same name wins.</param>
public sealed record ModelFeature(string Name, IReadOnlyList<KeyValuePair<string, string>> Options)
{
    /// <summary>The options read and checked by the extractor that provides the feature.</summary>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.ModelUnsupported"/> where no extractor provides the feature, <see cref="VmafErrorIds.OptionUnknown"/> or
    /// <see cref="VmafErrorIds.OptionInvalid"/> for an option that the extractor does not take.
    /// </exception>
    public FeatureOptionSet ResolveOptions() => ResolveOptions(FeatureRegistry.FindByFeature);

    /// <summary>The feature's name in logs, for example <c>integer_vif_scale0_egl_1</c>.</summary>
    /// <exception cref="VmafException">As <see cref="ResolveOptions()"/>.</exception>
    public string ResolveLogName() => FeatureNaming.LogName(Name, ResolveOptions());

    internal FeatureOptionSet ResolveOptions(Func<string, FeatureExtractorDefinition?> findExtractor) =>
        FeatureOptionSet.Parse(
            findExtractor(Name) ?? throw new VmafException(
                VmafErrorIds.ModelUnsupported,
                $"The model needs the feature '{Name}', which no feature extractor here provides.",
                "Use a model with other features, for example vmaf_v0.6.1.",
                Name),
            Options);
}
