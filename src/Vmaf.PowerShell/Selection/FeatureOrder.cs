using Vmaf.Engine.Features;
using Vmaf.Engine.Features.Guide;

namespace Vmaf.PowerShell.Selection;

/// <summary>
/// The order in which features are listed: those of the default model first, then what else its extractors give, then those of other
/// models, then all others, and last those in single precision that there are in integers too.
/// </summary>
/// <param name="modelsByFeature">Names of models, by the internal names of the features that they take.</param>
/// <param name="defaultModel">Name of the default model.</param>
internal sealed class FeatureOrder(ILookup<string, string> modelsByFeature, string defaultModel)
{
    private const string SinglePrecision = "float_";

    private readonly HashSet<string> _extractorsOfDefault = Extractors(feature => modelsByFeature[feature.InternalName].Contains(defaultModel));
    private readonly HashSet<string> _extractorsOfModels = Extractors(feature => modelsByFeature[feature.InternalName].Any());

    /// <summary>Puts features in order; those of one kind keep theirs.</summary>
    /// <param name="features">The features.</param>
    public IEnumerable<FeatureDescription> Apply(IEnumerable<FeatureDescription> features) => features.OrderBy(Rank);

    private int Rank(FeatureDescription feature)
    {
        string extractor = feature.Extractor.Name;
        return modelsByFeature[feature.InternalName].Contains(defaultModel) ? 0
            : IsTwin(extractor) ? 4
            : _extractorsOfDefault.Contains(extractor) ? 1
            : _extractorsOfModels.Contains(extractor) ? 2
            : 3;
    }

    private static bool IsTwin(string extractor) =>
        extractor.StartsWith(SinglePrecision, StringComparison.Ordinal)
        && FeatureRegistry.Extractors.Any(other => other.Name == extractor[SinglePrecision.Length..]);

    private static HashSet<string> Extractors(Func<FeatureDescription, bool> choose) =>
        [.. FeatureGuide.All.Where(choose).Select(feature => feature.Extractor.Name)];
}
