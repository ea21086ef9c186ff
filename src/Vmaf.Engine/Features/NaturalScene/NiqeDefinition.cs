using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// NIQE: how far statistics of the distorted luma are from those of unspoilt pictures, without a reference (A. Mittal, R. Soundararajan,
/// A. Bovik, "Making a 'completely blind' image quality analyzer", IEEE Signal Processing Letters 20(3), 2013; details as in the harness of
/// Netflix/vmaf, noref_feature_extractor.py). A frame's features are the means over its patches. With a model, the whole video gets one
/// score, the aggregate <c>niqe</c>; lower is better. Samples of more than 8 bits are scaled to 8.
/// </summary>
internal sealed class NiqeDefinition : FeatureExtractorDefinition
{
    /// <summary>Name of the extractor, and of the score of the whole video.</summary>
    public const string ExtractorName = "niqe";

    /// <summary>Name of the option with the path of a model.</summary>
    public const string ModelOption = "model";

    /// <summary>Name of the option with the side of a patch.</summary>
    internal const string PatchSizeOption = "patch_size";

    /// <summary>Number of scales.</summary>
    internal const int ScaleCount = 2;

    /// <summary>Names of the features, as in models.</summary>
    internal static IReadOnlyList<string> PatchFeatures { get; } =
        [.. Enumerable.Range(1, ScaleCount).SelectMany(scale => ((string[])[$"alpha_m{scale}", $"blbr{scale}"]).Concat(ProductFeatures.NamesOfScale(scale)))];

    /// <inheritdoc/>
    public override string Name => ExtractorName;

    /// <inheritdoc/>
    public override string Description => "Natural-scene statistics of patches of the distorted luma, and with a model the NIQE score, without a reference.";

    /// <inheritdoc/>
    public override bool NeedsChroma(FeatureOptionSet options) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<string> ProvidedFeatures { get; } = [.. PatchFeatures.Select(name => "niqe_" + name)];

    /// <inheritdoc/>
    public override bool NeedsReference => false;

    /// <inheritdoc/>
    public override IReadOnlyList<FeatureOption> Options { get; } =
    [
        new(PatchSizeOption, FeatureOptionKind.Integer, 96, "Side of the square patches that the picture is cut into.")
        {
            Minimum = 16, Maximum = 1024, IsPartOfName = true,
        },
        new(ModelOption, FeatureOptionKind.Text, string.Empty, "Path of a NIQE model, as JSON or as the harness' pickle; without it there is no score."),
    ];

    /// <inheritdoc/>
    internal override IFeatureExtractor Create(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants) =>
        new NiqeExtractor(format, [.. variants.Select(variant => new NiqeVariant(format, variant))]);
}
