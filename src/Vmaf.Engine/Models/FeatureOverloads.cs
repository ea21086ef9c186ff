using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Models;

/// <summary>Puts the user's feature options over those of a model file.</summary>
internal static class FeatureOverloads
{
    /// <summary>The features with the overloads applied; an option given twice has the last value.</summary>
    /// <param name="features">The features as the file has them.</param>
    /// <param name="overloads">The user's options.</param>
    /// <param name="findExtractor">Finds the extractor that provides a feature.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureUnknown"/>: the model does not use the extractor.</exception>
    public static IReadOnlyList<ModelFeature> Apply(
        IReadOnlyList<ModelFeature> features,
        IReadOnlyList<FeatureOverload> overloads,
        Func<string, FeatureExtractorDefinition?> findExtractor)
    {
        if (overloads.Count == 0)
        {
            return features;
        }

        string?[] extractors = [.. features.Select(feature => findExtractor(feature.Name)?.Name)];
        foreach (FeatureOverload overload in overloads)
        {
            if (!extractors.Contains(overload.ExtractorName))
            {
                throw new VmafException(
                    VmafErrorIds.FeatureUnknown,
                    $"The model takes no feature from the extractor '{overload.ExtractorName}', so '{overload.OptionName}' cannot be set.",
                    $"Extractors of the model: {string.Join(", ", extractors.OfType<string>().Distinct())}.",
                    overload.ExtractorName);
            }
        }

        return [.. features.Select((feature, index) => feature with
        {
            Options = Merge(feature.Options, overloads.Where(overload => overload.ExtractorName == extractors[index])),
        })];
    }

    private static List<KeyValuePair<string, string>> Merge(
        IReadOnlyList<KeyValuePair<string, string>> options,
        IEnumerable<FeatureOverload> overloads)
    {
        List<KeyValuePair<string, string>> merged = [.. options];
        foreach (FeatureOverload overload in overloads)
        {
            merged.RemoveAll(option => option.Key == overload.OptionName);
            merged.Add(KeyValuePair.Create(overload.OptionName, overload.Value));
        }

        return merged;
    }
}
