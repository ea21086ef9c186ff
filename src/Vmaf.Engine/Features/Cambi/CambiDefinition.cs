using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// libvmaf's <c>cambi</c>: banding in the distorted luma, from 0 (none) to about 24 (P. Tandon et al., "CAMBI: Contrast-aware Multiscale
/// Banding Index", PCS 2021; libvmaf, cambi.c). It is made for pictures of at least 320×180; libvmaf refuses those of less than 216
/// samples on both sides. Here they are measured by the same rules: windows then have one to five samples a side, and the value says
/// little. Above 4K, where libvmaf refuses the default window, the window keeps growing with the picture.
/// </summary>
internal sealed class CambiDefinition : FeatureExtractorDefinition
{
    internal const string ScoreFeature = "Cambi_feature_cambi_score";
    internal const string MaximumValue = "cambi_max_val";
    internal const string EncodeWidth = "enc_width";
    internal const string EncodeHeight = "enc_height";
    internal const string EncodeBitDepth = "enc_bitdepth";
    internal const string SourceWidth = "src_width";
    internal const string SourceHeight = "src_height";
    internal const string WindowSize = "window_size";
    internal const string TopShare = "topk";
    internal const string CambiTopShare = "cambi_topk";
    internal const string VisibleContrast = "tvi_threshold";
    internal const string LeastLuminance = "cambi_vis_lum_threshold";
    internal const string LargestContrastLog = "max_log_contrast";
    internal const string HeatMapFolder = "heatmaps_path";
    internal const string FullReference = "full_ref";
    internal const string Transfer = "eotf";
    internal const string CambiTransfer = "cambi_eotf";
    internal const string HighResolutionSpeedUp = "cambi_high_res_speedup";
    internal const int FeatureCount = 3;

    /// <inheritdoc/>
    public override string Name => "cambi";

    /// <inheritdoc/>
    public override string Description => "Banding in the luma of the distorted video (contrast-aware multiscale banding index).";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [ScoreFeature, "cambi_source", "cambi_full_reference"];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        FeatureOption.Number(MaximumValue, "cmxv", 1000.0, 0, 1000, "Largest value; larger ones are clipped to it."),
        FeatureOption.WholeNumber(EncodeWidth, "encw", 0, 180, 7680, "Width of the encode, where the video was scaled up after decoding."),
        FeatureOption.WholeNumber(
            EncodeHeight, "ench", 0, 150, 7680, "Height of the encode, where the video was scaled up after decoding."),
        FeatureOption.WholeNumber(EncodeBitDepth, "encbd", 0, 6, 16, "Bit depth of the encode; below 10, dither is smoothed."),
        FeatureOption.WholeNumber(SourceWidth, "srcw", 0, 320, 7680, "Width of the source, for full reference."),
        FeatureOption.WholeNumber(SourceHeight, "srch", 0, 200, 4320, "Height of the source, for full reference."),
        FeatureOption.WholeNumber(WindowSize, "ws", 65, 15, 127, "Samples of a window's side at 3840x2160, where 65 are about one degree."),
        FeatureOption.Number(TopShare, null, 0.6, 0.0001, 1, "Share of the samples that count: those with the most banding."),
        FeatureOption.Number(CambiTopShare, "ctpk", 0.6, 0.0001, 1, "The same; it holds where topk is left at its default."),
        FeatureOption.Number(
            VisibleContrast, "tvit", 0.019, 0.0001, 1, "Contrast, as a share of luminance, above which a step is an edge rather than banding."),
        FeatureOption.Number(LeastLuminance, "vlt", 0.0, 0, 300, "Luminance in cd/m² below which banding is not seen."),
        FeatureOption.WholeNumber(
            LargestContrastLog, "mlc", 2, 0, 5, "Binary logarithm of the largest step that counts, in 10-bit levels."),
        new(HeatMapFolder, FeatureOptionKind.Text, string.Empty, "Folder to write heat maps of the banding to."),
        new(FullReference, FeatureOptionKind.Boolean, false, "Measure the reference too, and how much banding the encode adds."),
        new(Transfer, FeatureOptionKind.Text, "bt1886", "Transfer function of the display: bt1886 or pq.") { IsPartOfName = true },
        new(CambiTransfer, FeatureOptionKind.Text, "bt1886", "The same; where set, it goes before eotf.") { Alias = "ceot", IsPartOfName = true },
        FeatureOption.WholeNumber(
            HighResolutionSpeedUp,
            "hrs",
            0,
            0,
            2160,
            "From which size on pictures are halved once they are masked: 1080, 1440 or 2160; 0 for never. Faster, a little less exact."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new CambiExtractor(this, format, variants);
}
