using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// What is known of the encode behind a distorted video that was scaled or deepened after decoding. CAMBI looks for the banding that
/// the encode's own size and bit depth give.
/// </summary>
/// <param name="Size">The size that was encoded; <see langword="null"/> for the size that is measured.</param>
/// <param name="BitDepth">Bits per sample that were encoded; <see langword="null"/> for those that are measured.</param>
internal sealed record EncodeProperties(PictureSize? Size, int? BitDepth)
{
    private const string Cambi = "cambi";

    private IEnumerable<KeyValuePair<string, string>> Options
    {
        get
        {
            if (Size is { } size)
            {
                yield return KeyValuePair.Create("enc_width", Text(size.Width));
                yield return KeyValuePair.Create("enc_height", Text(size.Height));
            }

            if (BitDepth is { } bits)
            {
                yield return KeyValuePair.Create("enc_bitdepth", Text(bits));
            }
        }
    }

    /// <summary>Checks that something that is measured looks at them.</summary>
    /// <param name="models">The models.</param>
    /// <param name="features">The features beside those of the models.</param>
    /// <exception cref="VmafException">Nothing does.</exception>
    public void CheckAreUsed(IEnumerable<ModelInfo?> models, IEnumerable<FeatureRequest> features)
    {
        if (Options.Any() && !features.Any(feature => feature.Extractor == Cambi) && !models.Any(model => model is null || Uses(model)))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                "Size and bit depth of the encode are stated, and nothing that is measured looks at them: only CAMBI does.",
                "Leave them out, or measure the feature cambi or a model of version 1.");
        }
    }

    /// <summary>Options for a model's features.</summary>
    /// <param name="model">The model.</param>
    public IReadOnlyList<FeatureOverload> OverloadsFor(ModelInfo model) =>
        Uses(model) ? [.. Options.Select(option => new FeatureOverload(Cambi, option.Key, option.Value))] : [];

    /// <summary>Completes a request for a feature; what it says itself wins.</summary>
    /// <param name="request">The request.</param>
    public FeatureRequest Complete(FeatureRequest request) => request.Extractor == Cambi
        ? request with { Options = Options.Where(option => !request.Options.ContainsKey(option.Key)).Concat(request.Options).ToDictionary() }
        : request;

    private static bool Uses(ModelInfo model) => model.Features.Any(feature => FeatureRegistry.FindByFeature(feature.Name)?.Name == Cambi);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
