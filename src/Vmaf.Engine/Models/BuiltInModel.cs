using System.Reflection;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Models;

/// <summary>
/// A model that this software carries: a re-fitted regressor from an embedded file (see models/README.md), and what the model does
/// differently from that file.
/// </summary>
/// <param name="Name">Name of the model.</param>
/// <param name="FileName">Name of the embedded file, without extension.</param>
internal sealed record BuiltInModel(string Name, string FileName)
{
    private const string VersionOneFile = "vmaf_v1.0.16_3d0h";

    private static readonly FeatureOverload[] EnhancementGainLimits =
    [
        new("adm", "adm_enhn_gain_limit", "1"),
        new("vif", "vif_enhn_gain_limit", "1"),
    ];

    private static readonly FeatureOverload[] HighFrameRate =
    [
        new("motion", "motion_five_frame_window", "true"),
        new("motion", "motion_moving_average", "true"),
    ];

    private static readonly FeatureOverload DisplayOf2160Rows = new("adm", "adm_ref_display_height", "2160");

    /// <summary>A 1080p telephone, watched from five heights: chroma is looked at in pictures of 0.6 of the size.</summary>
    private static readonly FeatureOverload[] FiveHeights =
    [
        new("adm", "adm_norm_view_dist", "5"),
        new("speed_chroma", "speed_prescale", "0.6"),
        new("speed_chroma", "speed_prescale_method", "bilinear"),
    ];

    /// <summary>A 2160p television, watched from one and a half heights.</summary>
    private static readonly FeatureOverload[] OneAndAHalfHeights2160 = [new("adm", "adm_norm_view_dist", "1.5"), DisplayOf2160Rows];

    /// <summary>A 2160p television, watched from three heights: chroma is looked at in pictures of half the size.</summary>
    private static readonly FeatureOverload[] ThreeHeights2160 =
    [
        DisplayOf2160Rows,
        new("speed_chroma", "speed_prescale", "0.5"),
        new("speed_chroma", "speed_prescale_method", "bilinear"),
    ];

    private static readonly ScoreTransform Unchanged = new() { P0 = 0, P1 = 1, P2 = 0, IsEnabledByDefault = true };
    private static readonly ScoreTransform RaisedByFive = new() { P0 = 5, P1 = 1, P2 = 0, IsEnabledByDefault = true };
    private static readonly ScoreRange UpTo110 = new(0, 110);

    /// <summary>All built-in models, the default one first.</summary>
    public static IReadOnlyList<BuiltInModel> All { get; } =
    [
        new("vmaf_v0.6.1", "vmaf_v0.6.1"),
        new("vmaf_v0.6.1neg", "vmaf_v0.6.1") { Overloads = EnhancementGainLimits },
        new("vmaf_v0.6.1_phone", "vmaf_v0.6.1") { EnablesTransform = true },
        new("vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1"),
        new("vmaf_4k_v0.6.1neg", "vmaf_4k_v0.6.1") { Overloads = EnhancementGainLimits },
        new("vmaf_v1.0.16_3d0h", VersionOneFile),
        new("vmaf_v1.0.16_5d0h", VersionOneFile) { Overloads = FiveHeights },
        new("vmaf_v1.0.16_1d5h_2160", VersionOneFile) { Overloads = OneAndAHalfHeights2160, Transform = Unchanged },
        new("vmaf_v1.0.16_3d0h_2160", VersionOneFile) { Overloads = ThreeHeights2160, Transform = RaisedByFive, Range = UpTo110 },
        new("vmaf_v1.0.16_hfr_3d0h", VersionOneFile) { Overloads = HighFrameRate },
        new("vmaf_v1.0.16_hfr_5d0h", VersionOneFile) { Overloads = [.. FiveHeights, .. HighFrameRate] },
        new("vmaf_v1.0.16_hfr_1d5h_2160", VersionOneFile) { Overloads = [.. OneAndAHalfHeights2160, .. HighFrameRate], Transform = Unchanged },
        new("vmaf_v1.0.16_hfr_3d0h_2160", VersionOneFile) { Overloads = [.. ThreeHeights2160, .. HighFrameRate], Transform = RaisedByFive, Range = UpTo110 },
    ];

    /// <summary>Options of features that differ from the file's.</summary>
    public IReadOnlyList<FeatureOverload> Overloads { get; init; } = [];

    /// <summary>Whether the file's score transform is on: the phone model.</summary>
    public bool EnablesTransform { get; init; }

    /// <summary>The score transform, where it is not the file's.</summary>
    public ScoreTransform? Transform { get; init; }

    /// <summary>The limits of scores, where they are not the file's.</summary>
    public ScoreRange? Range { get; init; }

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
        Features = FeatureOverloads.Apply(entry.Features, Overloads, FeatureRegistry.FindByFeature),
        Transform = EnablesTransform ? entry.Transform! with { IsEnabledByDefault = true } : Transform ?? entry.Transform,
        Range = Range ?? entry.Range,
    };
}
