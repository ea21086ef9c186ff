using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Speed;

/// <summary>
/// libvmaf's <c>speed_chroma</c>: differences of entropy between the chroma planes, 0 where they are the same (SpEED; libvmaf, speed.c).
/// Planes of less than 80×80 samples, once they are scaled, hold no block, and score 0, as do planes whose blocks are too few for their
/// statistics (those of 352×288 pictures in 4:2:0); libvmaf crashes there. The v1 models take 0 for "not known" and estimate chroma
/// from luma's detail.
/// </summary>
internal sealed class SpeedChromaDefinition : FeatureExtractorDefinition
{
    internal const string WeightVarianceMode = "speed_weight_var_mode";
    internal const int FeatureCount = 3;

    /// <inheritdoc/>
    public override string Name => "speed_chroma";

    /// <inheritdoc/>
    public override string Description => "Spatial efficient entropic differencing of the chroma planes.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } =
    [
        "Speed_chroma_feature_speed_chroma_u_score",
        "Speed_chroma_feature_speed_chroma_v_score",
        "Speed_chroma_feature_speed_chroma_uv_score",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        .. SpeedOptions.Common,
        FeatureOption.WholeNumber(
            WeightVarianceMode, "wvm", 0, 0, 6, "Which variances weight entropies: 0 own, 1 reference, 2 distorted, 3 to 6 mixtures."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        if (format.Chroma == ChromaFormat.Yuv400)
        {
            throw new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"Feature '{Name}' needs chroma, and the videos are {format.PixelFormatName}.",
                "Leave out the feature and the models that need it.",
                Name);
        }

        // Half the luma's size rounded down: of odd pictures the last column and row of chroma play no part, as in libvmaf.
        var size = new PlaneSize(
            format.Chroma == ChromaFormat.Yuv444 ? format.Width : format.Width / 2,
            format.Chroma == ChromaFormat.Yuv420 ? format.Height / 2 : format.Height);
        SpeedVariant[] read = [.. variants.Select(options => new SpeedVariant(options))];
        return new FrameExtractor(
            [.. read.SelectMany(variant => variant.FeatureNames)],
            tier => new SpeedChromaWorker(SpeedKernels.Create(tier), read, size));
    }
}
