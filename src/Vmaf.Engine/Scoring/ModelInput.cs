using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring;

/// <summary>A feature that a model takes.</summary>
/// <param name="Feature">libvmaf's internal name, for example <c>VMAF_integer_feature_adm2_score</c>.</param>
/// <param name="Options">The extractor that provides it and the options it is measured with.</param>
public sealed record ModelInput(string Feature, FeatureOptionSet Options)
{
    /// <summary>The feature's name in logs.</summary>
    public string LogName => FeatureNaming.LogName(Feature, Options);
}
