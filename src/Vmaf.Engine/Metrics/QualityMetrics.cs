using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.NaturalScene;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Metrics;

/// <summary>All metrics by name: the quality runners of the harness of Netflix/vmaf, and its extractors that need no reference.</summary>
public static class QualityMetrics
{
    private const string NeedsMatlab = "its definition is MATLAB code, which needs a MATLAB";

    private static readonly Dictionary<string, string> Debug = new() { ["debug"] = "true" };

    private static readonly QualityMetric[] ModelScores =
    [
        Scored("VMAF", "VmafQualityRunner", "VMAF, by default of model vmaf_v0.6.1.", MetricModelUse.Plain, ModelCatalog.DefaultModelName),
        Scored("VMAFNEG", "VmafnegQualityRunner", "VMAF without credit for enhancement, by default of model vmaf_v0.6.1neg.", MetricModelUse.Plain, "vmaf_v0.6.1neg"),
        Scored("VMAF_Phone", "VmafPhoneQualityRunner", "VMAF as seen on a telephone: the model's score transform is on.", MetricModelUse.Transformed, ModelCatalog.DefaultModelName),
        Scored("EnsembleVMAF", "EnsembleVmafQualityRunner", "The mean of several models' scores, by default twice vmaf_float_v0.6.1.", MetricModelUse.Ensemble, "vmaf_float_v0.6.1", "vmaf_float_v0.6.1"),
        Scored("BOOTSTRAP_VMAF", "BootstrapVmafQualityRunner", "VMAF with deviation and confidence interval of a bootstrap model, by default vmaf_b_v0.6.3.", MetricModelUse.Bootstrap, "vmaf_b_v0.6.3"),
        Scored("BAGGING_VMAF", "BaggingVmafQualityRunner", "The mean of a bootstrap model's members, by default of vmaf_b_v0.6.3.", MetricModelUse.Bagging, "vmaf_b_v0.6.3"),
        Scored("VMAF_LE", "VmafQualityRunnerWithLocalExplainer", "VMAF with an explanation of every frame's score.", MetricModelUse.Plain, ModelCatalog.DefaultModelName) with { Explains = true },
        Scored("VMAF_legacy", "VmafLegacyQualityRunner", "The first VMAF, of model_V8a.model.", MetricModelUse.Legacy, "model_V8a"),
        Scored("VMAFEXEC", "VmafexecQualityRunner", "VMAF as libvmaf's own tool scores it.", MetricModelUse.Plain, ModelCatalog.DefaultModelName),
    ];

    private static readonly QualityMetric[] FeatureScores =
    [
        Single("PSNR", "PsnrQualityRunner", "Peak signal-to-noise ratio of luma in decibels.", "float_psnr", "float_psnr"),
        Single("SSIM", "SsimQualityRunner", "Structural similarity of luma, up to 1.", "float_ssim", "float_ssim", "enable_lcs"),
        Single("MS_SSIM", "MsSsimQualityRunner", "Structural similarity of luma at five scales, up to 1.", "float_ms_ssim", "float_ms_ssim", "enable_lcs"),
        Single("CIEDE2000", "Ciede2000QualityRunner", "Colour difference ΔE00 as a score that grows with quality.", "ciede", "ciede2000"),
        Single("Cambi", "CambiQualityRunner", "Visibility of banding, 0 for none.", "cambi", "cambi"),
        Single("Cambi_FR", "CambiFullReferenceQualityRunner", "Banding beyond that of the reference, 0 for none.", "cambi", "cambi_full_reference", "full_ref"),
        Single("SpeedChroma", "SpeedChromaQualityRunner", "Differences of entropy of both chroma planes, 0 for none.", "speed_chroma", "speed_chroma_uv"),
        Single("SpeedChromaU", "SpeedChromaUQualityRunner", "Differences of entropy of Cb, 0 for none.", "speed_chroma", "speed_chroma_u"),
        Single("SpeedChromaV", "SpeedChromaVQualityRunner", "Differences of entropy of Cr, 0 for none.", "speed_chroma", "speed_chroma_v"),
        Single("SpeedTemporal", "SpeedTemporalQualityRunner", "Differences of entropy in time, 0 for none.", "speed_temporal", "speed_temporal"),
        Single("VIF", "VifQualityRunner", "Visual information fidelity of luma over all scales.", "vif", "integer_vif", "debug"),
        MeanOfScales(),
        Single("ADM2", "Adm2QualityRunner", "Detail loss measure of luma, up to 1.", "adm", "integer_adm2"),
        .. Enumerable.Range(0, 4).Select(scale => Single(
            $"VIF_SCALE{scale}", $"VifScale{scale}QualityRunner", $"Visual information fidelity of luma at scale {scale}.", "vif", $"integer_vif_scale{scale}")),
        Single("MOTION", "MotionQualityRunner", "Motion of the reference against the frame before.", "motion", "integer_motion", "debug"),
        Single("MOTION2", "Motion2QualityRunner", "Motion of the reference, the lesser of both neighbours.", "motion", "integer_motion2"),
    ];

    private static readonly QualityMetric[] WithoutReference =
    [
        new()
        {
            Name = "NIQE",
            HarnessClass = "NiqeQualityRunner",
            Description = "Distance from natural pictures, without a reference; one score for the video, lower is better. Takes niqe_v0.1.",
            Features = [new FeatureRequest(NiqeDefinition.ExtractorName)],
            ModelUse = MetricModelUse.Niqe,
            DefaultModels = ["niqe_v0.1"],
        },
        Statistics("SITI", "SiTiNorefFeatureExtractor", "Spatial and temporal information (P.910), without a reference.", "siti"),
        Statistics("BRISQUE", "BrisqueNorefFeatureExtractor", "The 54 features of BRISQUE, without a reference and without a score.", "brisque"),
        Statistics("Moment_noref", "MomentNorefFeatureExtractor", "Mean, mean square and variance of luma, without a reference.", "moment_noref"),
    ];

    private static readonly QualityMetric[] OutOfScope =
    [
        Refused("STRRED", "StrredQualityRunner", "Reduced-reference entropic differences.", NeedsMatlab),
        Refused("STRREDOpt", "StrredOptQualityRunner", "Reduced-reference entropic differences, optimised.", NeedsMatlab),
        Refused("SpEED_Matlab", "SpEEDMatlabQualityRunner", "Spatial efficient entropic differences.", NeedsMatlab + "; libvmaf's SpEED is SpeedChroma and SpeedTemporal"),
        Refused("STMAD", "StmadQualityRunner", "Spatio-temporal most apparent distortion.", NeedsMatlab),
        Refused("ICID", "iCIDQualityRunner", "Colour image difference.", NeedsMatlab),
        Refused("STVMAF", "STVmafQualityRunner", "VMAF with features of STRRED.", NeedsMatlab),
    ];

    /// <summary>Every metric.</summary>
    public static IReadOnlyList<QualityMetric> All { get; } = [.. ModelScores, .. FeatureScores, .. WithoutReference, .. OutOfScope];

    /// <summary>The metric of a name, whatever its case.</summary>
    /// <param name="name">Name of a metric.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.MetricUnknown"/> with the nearest names, or <see cref="VmafErrorIds.MetricUnsupported"/>.</exception>
    public static QualityMetric GetByName(string name)
    {
        QualityMetric metric = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new VmafException(
                VmafErrorIds.MetricUnknown,
                $"There is no metric '{name}'.",
                $"Nearest: {NameSuggestion.Nearest(name, All.Where(known => known.Unsupported is null).Select(known => known.Name))}.",
                name);
        return metric.Unsupported is null
            ? metric
            : throw new VmafException(
                VmafErrorIds.MetricUnsupported, $"Metric '{metric.Name}' cannot be measured: {metric.Unsupported}.", "Ask for another metric.", name);
    }

    /// <summary>Whether a name is that of a metric whose score comes from features, without a model.</summary>
    /// <param name="name">Name of a metric as in logs, case included.</param>
    public static bool IsScoreOfFeatures(string name) => All.Any(metric => metric.Name == name && metric.ScoreFeatures.Count > 0);

    /// <summary>The feature that a metric's score is; <see langword="null"/> where the name is none of such a metric.</summary>
    /// <param name="name">Name of a metric as in logs, case included.</param>
    public static string? FindScoreFeature(string name) =>
        All.FirstOrDefault(metric => metric.Name == name && metric.ScoreFeatures.Count == 1)?.ScoreFeatures[0];

    private static QualityMetric Scored(string name, string harnessClass, string description, MetricModelUse use, params string[] models) =>
        new() { Name = name, HarnessClass = harnessClass, Description = description, ModelUse = use, DefaultModels = models };

    private static QualityMetric Single(
        string name, string harnessClass, string description, string extractor, string scoreFeature, string? enabled = null) =>
        new()
        {
            Name = name,
            HarnessClass = harnessClass,
            Description = description,
            Features = [enabled is null ? new FeatureRequest(extractor) : new FeatureRequest(extractor, new Dictionary<string, string> { [enabled] = "true" })],
            ScoreFeatures = [scoreFeature],
        };

    /// <summary>Every scale counts the same, where VIF weighs them by their information.</summary>
    private static QualityMetric MeanOfScales() => new()
    {
        Name = "VIF2",
        HarnessClass = "Vif2QualityRunner",
        Description = "Visual information fidelity of luma, mean of four scales.",
        Features = [new FeatureRequest("vif", Debug)],
        ScoreFeatures = [.. Enumerable.Range(0, 4).SelectMany(scale => (string[])[$"integer_vif_num_scale{scale}", $"integer_vif_den_scale{scale}"])],
        Combine = values => ((values[0] / values[1]) + (values[2] / values[3]) + (values[4] / values[5]) + (values[6] / values[7])) / 4,
    };

    private static QualityMetric Statistics(string name, string harnessClass, string description, string extractor) =>
        new() { Name = name, HarnessClass = harnessClass, Description = description, Features = [new FeatureRequest(extractor)] };

    private static QualityMetric Refused(string name, string harnessClass, string description, string reason) =>
        new() { Name = name, HarnessClass = harnessClass, Description = description, Unsupported = reason };
}
