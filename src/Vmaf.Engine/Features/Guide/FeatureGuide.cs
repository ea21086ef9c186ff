using Vmaf.Engine.Metrics;
using static Vmaf.Engine.Features.Guide.FeatureDirection;

namespace Vmaf.Engine.Features.Guide;

/// <summary>How to read each feature that there is.</summary>
public static class FeatureGuide
{
    private const string Debug = "debug=true";
    private const string FullReference = "full_ref=true";

    private static readonly FeatureNote[] Notes =
    [
        Ratio("vif_scale#", "Share of the reference's information that is left in {0} of luma."),
        Ratio("vif", "Share of the reference's information that is left in luma, all scales together.") with { RequiredOption = Debug },
        Sum("vif_num", "Information that is left, all scales together, in bits."),
        Sum("vif_den", "Information in the reference, all scales together, in bits."),
        Sum("vif_num_scale#", "Information that is left in {0}, in bits."),
        Sum("vif_den_scale#", "Information of the reference in {0}, in bits."),
        Ratio("adm2", "Share of the reference's visible detail that is left, all scales together."),
        Ratio("adm3", "Blend of the detail that is left (adm2) and the errors that are added (aim)."),
        Penalty("aim", "Visible errors that the reference does not have, such as blocks and ringing.") with { Maximum = 1 },
        Ratio("adm_scale#", "Share of what is visible in the reference that is left in {0}."),
        Ratio("adm", "The same as adm2.") with { RequiredOption = Debug },
        Sum("adm_num", "Visible detail that is left, all scales together."),
        Sum("adm_den", "Visible detail of the reference, all scales together."),
        Sum("adm_num_scale#", "What is left that is visible in {0}."),
        Sum("adm_den_scale#", "What is visible of the reference in {0}."),
        Content("motion", "How much the blurred reference changes from the frame before, in 8-bit levels.") with { RequiredOption = Debug },
        Content("motion2", "The lesser of a frame's motion and the next one's: cuts count as no motion."),
        Content("motion3", "motion2 with large values dampened and the first frame filled in."),
        Content("motion_sad", "How much the blurred reference changes, before weights and limits."),
        Penalty("cambi", "Banding in the distorted luma: steps in what should be smooth; from 5 on it disturbs.") with { Maximum = 24, Identical = null },
        Penalty("cambi_source", "Banding in the reference.") with { Maximum = 24, Identical = null, RequiredOption = FullReference },
        Penalty("cambi_full_reference", "Banding that the distorted video has more of than its reference.") with { Maximum = 24, RequiredOption = FullReference },
        Penalty("speed_chroma_u", "How far the entropies of Cb differ, block by block; 0 also where pictures are too small to tell.") with { Maximum = 1000 },
        Penalty("speed_chroma_v", "How far the entropies of Cr differ, block by block; 0 also where pictures are too small to tell.") with { Maximum = 1000 },
        Penalty("speed_chroma_uv", "Mean of the differences of Cb and Cr.") with { Maximum = 1000 },
        Penalty("speed_temporal", "How far the entropies of luma's changes from frame to frame differ."),
        Similarity("float_ssim", "Structural similarity of luma."),
        Similarity("float_ms_ssim", "Structural similarity of luma over five scales."),
        Decibels("ciede2000", "Colour difference as seen (CIEDE2000), turned into decibels."),
        Decibels("psnr_y", "Peak signal-to-noise ratio of luma, limited by bit depth (60 dB for 8 bits).") with { Minimum = 0, Identical = null },
        Decibels("psnr_cb", "Peak signal-to-noise ratio of Cb, limited as that of luma.") with { Minimum = 0, Identical = null },
        Decibels("psnr_cr", "Peak signal-to-noise ratio of Cr, limited as that of luma.") with { Minimum = 0, Identical = null },
        Decibels("float_psnr", "Peak signal-to-noise ratio of luma on samples scaled to 8 bits.") with { Minimum = 0, Identical = null },
        Decibels("psnr_hvs", "Signal-to-noise ratio as the eye weighs frequencies, 80 % luma and 10 % each of Cb and Cr."),
        Decibels("psnr_hvs_y", "Signal-to-noise ratio of luma as the eye weighs frequencies, with masking."),
        Decibels("psnr_hvs_cb", "Signal-to-noise ratio of Cb as the eye weighs frequencies, with masking."),
        Decibels("psnr_hvs_cr", "Signal-to-noise ratio of Cr as the eye weighs frequencies, with masking."),
        Decibels("float_ansnr", "Signal-to-noise ratio of luma after a filter against noise.") with { Identical = null },
        Decibels("float_anpsnr", "Peak signal-to-noise ratio of luma after a filter against noise.") with { Identical = null },
        Content("float_moment_ref1st", "Mean luma of the reference, in 8-bit levels.") with { Maximum = 255 },
        Content("float_moment_dis1st", "Mean luma of the distorted video, in 8-bit levels.") with { Maximum = 255 },
        Content("float_moment_ref2nd", "Mean square of the reference's luma, in 8-bit levels.") with { Maximum = 255 * 255 },
        Content("float_moment_dis2nd", "Mean square of the distorted luma, in 8-bit levels.") with { Maximum = 255 * 255 },
        Content("si", "Spatial information of the distorted luma (P.910): how much edge there is, in 8-bit levels."),
        Content("ti", "Temporal information of the distorted luma (P.910): how much changes from the frame before, in 8-bit levels."),
        Content("moment_noref_1st", "Mean luma of the distorted video, in levels of its bit depth."),
        Content("moment_noref_2nd", "Mean square of the distorted luma, in levels of its bit depth."),
        Content("moment_noref_var", "Variance of the distorted luma, in levels of its bit depth."),
        .. NaturalSceneNotes.All,
    ];

    /// <summary>Every feature of every extractor, in the order of <see cref="FeatureRegistry.Extractors"/>.</summary>
    public static IReadOnlyList<FeatureDescription> All { get; } =
    [
        .. FeatureRegistry.Extractors.SelectMany(extractor => extractor.ProvidedFeatures.Select(feature => Describe(extractor, feature))),
    ];

    /// <summary>The description of a feature, or <see langword="null"/>.</summary>
    /// <param name="internalName">libvmaf's internal name, for example <c>VMAF_integer_feature_adm2_score</c>.</param>
    public static FeatureDescription? Find(string internalName) => All.FirstOrDefault(feature => feature.InternalName == internalName);

    /// <summary>Whether larger values of a metric of a log are better; its name may end in options, and scores of models are better.</summary>
    /// <param name="logName">Name of a feature or score, for example <c>integer_adm2_egl_1</c>.</param>
    public static FeatureDirection DirectionOf(string logName) =>
        FindMetric(QualityMetrics.FindScoreFeature(logName) ?? logName)?.Direction ?? HigherIsBetter;

    /// <summary>The description of a feature as logs name it, or <see langword="null"/>.</summary>
    /// <param name="logName">Its name, which may end in options, for example <c>integer_adm2_egl_1</c>.</param>
    public static FeatureDescription? FindMetric(string logName) => All
        .Where(feature => logName == feature.Name || logName.StartsWith($"{feature.Name}_", StringComparison.Ordinal))
        .MaxBy(feature => feature.Name.Length);

    private static FeatureDescription Describe(FeatureExtractorDefinition extractor, string internalName)
    {
        const string FixedPoint = "integer_";
        const string Unaliased = "VMAF_integer_feature_motion_sad_score";
        string name = FeatureNaming.Alias(internalName);
        string bare = internalName == Unaliased ? "motion_sad" : name.StartsWith(FixedPoint, StringComparison.Ordinal) ? name[FixedPoint.Length..] : name;
        FeatureNote note = Notes.FirstOrDefault(note => note.IsAbout(bare))
            ?? throw new InvalidOperationException($"Nothing is written down about the feature '{name}'.");
        return note.Describe(extractor, internalName, name);
    }

    private static FeatureNote Ratio(string pattern, string meaning) =>
        new(pattern, HigherIsBetter, meaning) { Minimum = 0, Maximum = 1, Identical = 1 };

    private static FeatureNote Similarity(string pattern, string meaning) =>
        new(pattern, HigherIsBetter, meaning) { Minimum = -1, Maximum = 1, Identical = 1 };

    private static FeatureNote Penalty(string pattern, string meaning) => new(pattern, LowerIsBetter, meaning) { Minimum = 0, Identical = 0 };

    private static FeatureNote Decibels(string pattern, string meaning) =>
        new(pattern, HigherIsBetter, meaning) { Identical = double.PositiveInfinity };

    private static FeatureNote Content(string pattern, string meaning) => new(pattern, Neither, meaning) { Minimum = 0 };

    private static FeatureNote Sum(string pattern, string meaning) => Content(pattern, meaning) with { RequiredOption = Debug };
}
