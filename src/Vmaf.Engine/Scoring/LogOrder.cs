using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// The order of features in logs, that of libvmaf with one thread: extractors as they were asked for, each with its features, and
/// last those features that libvmaf writes at the end of the video.
/// </summary>
internal static class LogOrder
{
    /// <summary>Names of all features in the order of logs.</summary>
    /// <param name="variants">The (extractor, options) pairs in the order in which they were asked for.</param>
    /// <param name="extractors">The extractor that serves each of them; variants of one extractor share it.</param>
    public static string[] Of(IReadOnlyList<FeatureOptionSet> variants, IReadOnlyList<IFeatureExtractor> extractors)
    {
        List<string>[] first = [.. variants.Select(_ => new List<string>())];
        List<string>[] last = [.. variants.Select(_ => new List<string>())];
        foreach (IFeatureExtractor extractor in extractors.Distinct())
        {
            int[] sharing = [.. Enumerable.Range(0, variants.Count).Where(index => ReferenceEquals(extractors[index], extractor))];
            int[] owners = OwnersOf(extractor, [.. sharing.Select(index => variants[index])]);
            for (int feature = 0; feature < owners.Length; feature++)
            {
                List<string>[] part = extractor.ComesLastInLogs(feature) ? last : first;
                part[sharing[owners[feature]]].Add(extractor.FeatureNames[feature]);
            }
        }

        return [.. first.Concat(last).SelectMany(names => names)];
    }

    /// <summary>
    /// Which variant each feature of an extractor belongs to. Variants follow one another; a name that no variant's public features
    /// have (debug output) belongs with its predecessor.
    /// </summary>
    private static int[] OwnersOf(IFeatureExtractor extractor, FeatureOptionSet[] variants)
    {
        HashSet<string>[] names = [.. variants.Select(variant =>
            variant.Extractor.ProvidedFeatures.Select(feature => FeatureNaming.LogName(feature, variant)).ToHashSet(StringComparer.Ordinal))];
        int[] owners = new int[extractor.FeatureNames.Count];
        int current = 0;
        for (int feature = 0; feature < owners.Length; feature++)
        {
            int owner = Array.FindIndex(names, current, set => set.Contains(extractor.FeatureNames[feature]));
            current = owner < 0 ? current : owner;
            owners[feature] = current;
        }

        return owners;
    }
}
