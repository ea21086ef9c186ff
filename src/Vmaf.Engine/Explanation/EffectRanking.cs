namespace Vmaf.Engine.Explanation;

/// <summary>Orders features by what they cost.</summary>
internal static class EffectRanking
{
    /// <summary>The features in the order given, with ranks by effect; features of the content come last.</summary>
    public static IReadOnlyList<FeatureEffect> Rank(IReadOnlyList<FeatureEffect> features)
    {
        int[] order =
        [
            .. Enumerable.Range(0, features.Count)
                .OrderBy(index => features[index].Role == FeatureRole.Content)
                .ThenByDescending(index => features[index].Effect),
        ];
        return [.. features.Select((feature, index) => feature with { Rank = Array.IndexOf(order, index) + 1 })];
    }
}
