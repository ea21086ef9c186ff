namespace Vmaf.Engine.Models;

/// <summary>
/// An option that the user gives to all features that a model takes from one extractor, as in libvmaf's
/// <c>--model version=vmaf_v0.6.1:vif.vif_enhn_gain_limit=1.0</c>.
/// </summary>
/// <param name="ExtractorName">Name of the extractor, for example <c>vif</c>.</param>
/// <param name="OptionName">Name of the option, for example <c>vif_enhn_gain_limit</c>.</param>
/// <param name="Value">Text of the value.</param>
public sealed record FeatureOverload(string ExtractorName, string OptionName, string Value);
