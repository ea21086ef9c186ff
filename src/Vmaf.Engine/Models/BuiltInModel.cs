using System.Reflection;

namespace Vmaf.Engine.Models;

/// <summary>
/// A model that this software carries: a re-fitted regressor from an embedded file (see models/README.md), and what the model does
/// differently from that file.
/// </summary>
/// <param name="Name">Name of the model.</param>
/// <param name="FileName">Name of the embedded file, without extension.</param>
internal sealed record BuiltInModel(string Name, string FileName)
{
    private static readonly KeyValuePair<string, string> AdmGainLimit = KeyValuePair.Create("adm_enhn_gain_limit", "1");
    private static readonly KeyValuePair<string, string> VifGainLimit = KeyValuePair.Create("vif_enhn_gain_limit", "1");

    /// <summary>All built-in models, the default one first.</summary>
    public static IReadOnlyList<BuiltInModel> All { get; } =
    [
        new("vmaf_v0.6.1", "vmaf_v0.6.1"),
        new("vmaf_v0.6.1neg", "vmaf_v0.6.1") { LimitsEnhancementGain = true },
        new("vmaf_v0.6.1_phone", "vmaf_v0.6.1") { EnablesTransform = true },
        new("vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1"),
        new("vmaf_4k_v0.6.1neg", "vmaf_4k_v0.6.1") { LimitsEnhancementGain = true },
    ];

    /// <summary>Whether ADM and VIF may not gain from enhancement: the NEG models.</summary>
    public bool LimitsEnhancementGain { get; init; }

    /// <summary>Whether the file's score transform is on: the phone model.</summary>
    public bool EnablesTransform { get; init; }

    /// <summary>Reads the embedded file and makes the model's changes to it.</summary>
    public ModelFile Read()
    {
        string resource = $"models/{FileName}.json";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded file '{resource}' is missing.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        ModelEntry[] entries = [.. ModelFileReader.Read(content, resource).Select(Change)];
        return ModelFile.Create(Name, ModelOrigin.BuiltIn, path: null, content, entries);
    }

    private ModelEntry Change(ModelEntry entry) => entry with
    {
        Features = LimitsEnhancementGain ? [.. entry.Features.Select(LimitGain)] : entry.Features,
        Transform = EnablesTransform ? entry.Transform! with { IsEnabledByDefault = true } : entry.Transform,
    };

    private static ModelFeature LimitGain(ModelFeature feature) =>
        feature.Name.Contains("_adm", StringComparison.Ordinal) ? feature with { Options = [.. feature.Options, AdmGainLimit] }
        : feature.Name.Contains("_vif", StringComparison.Ordinal) ? feature with { Options = [.. feature.Options, VifGainLimit] }
        : feature;
}
