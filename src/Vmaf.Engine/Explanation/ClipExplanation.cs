namespace Vmaf.Engine.Explanation;

/// <summary>The explanations of a clip's frames together.</summary>
public sealed record ClipExplanation
{
    /// <summary>What was explained: the model, or a member of a bootstrap model.</summary>
    public required string PredictorName { get; init; }

    /// <summary>Number of frames.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Mean score of the frames.</summary>
    public required double MeanScore { get; init; }

    /// <summary>Index of the frame with the lowest score, the first if there are several.</summary>
    public required int WorstFrameIndex { get; init; }

    /// <summary>The features with the means of their values, weights, slopes and effects; ranks are by mean effect.</summary>
    public required IReadOnlyList<FeatureEffect> Features { get; init; }

    /// <summary>Mean R² of the frames' linear approximations.</summary>
    public required double MeanRSquared { get; init; }

    /// <summary>Number of frames for each condition that occurs.</summary>
    public required IReadOnlyDictionary<FrameConditions, int> ConditionCounts { get; init; }

    /// <summary>What was done to the clip: the impairment of those frames that lose most.</summary>
    public required Impairment Impairment { get; init; }

    /// <summary>The explanation in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>Pools the explanations of frames.</summary>
    /// <param name="frames">The explanations, at least one, all of the same predictor.</param>
    public static ClipExplanation Pool(IReadOnlyList<FrameExplanation> frames)
    {
        ArgumentOutOfRangeException.ThrowIfZero(frames.Count, nameof(frames));
        if (frames.Any(frame => frame.PredictorName != frames[0].PredictorName || frame.Features.Count != frames[0].Features.Count))
        {
            throw new ArgumentException("All frames must be explained for the same predictor.", nameof(frames));
        }

        IReadOnlyList<FeatureEffect> features = EffectRanking.Rank(
            [.. frames[0].Features.Select((feature, index) => Mean(feature, [.. frames.Select(frame => frame.Features[index])]))]);
        double meanScore = frames.Average(frame => frame.Score);
        Dictionary<FrameConditions, int> conditions = Enum.GetValues<FrameConditions>()
            .Where(condition => condition != FrameConditions.None)
            .Select(condition => (condition, count: frames.Count(frame => frame.Conditions.HasFlag(condition))))
            .Where(pair => pair.count > 0)
            .ToDictionary(pair => pair.condition, pair => pair.count);
        Impairment impairment = MainImpairment(frames);
        return new ClipExplanation
        {
            PredictorName = frames[0].PredictorName,
            FrameCount = frames.Count,
            MeanScore = meanScore,
            WorstFrameIndex = frames.MinBy(frame => frame.Score)!.FrameIndex,
            Features = features,
            MeanRSquared = frames.Average(frame => frame.RSquared),
            ConditionCounts = conditions,
            Impairment = impairment,
            Verdict = Explanation.Verdict.OfClip(meanScore, impairment, features, conditions, frames.Count),
        };
    }

    /// <summary>The impairment that costs most over all its frames; where none costs anything, the most frequent one.</summary>
    private static Impairment MainImpairment(IReadOnlyList<FrameExplanation> frames) => frames
        .GroupBy(frame => frame.Impairment)
        .OrderByDescending(group => Math.Round(group.Sum(Loss), 1))
        .ThenByDescending(group => group.Count())
        .First()
        .Key;

    private static double Loss(FrameExplanation frame) => frame.Features.Sum(feature => Math.Max(0, feature.Effect));

    private static FeatureEffect Mean(FeatureEffect first, FeatureEffect[] all) => first with
    {
        Value = all.Average(feature => feature.Value),
        NormalizedValue = all.Average(feature => feature.NormalizedValue),
        Weight = all.Average(feature => feature.Weight),
        WeightSpread = all.Average(feature => feature.WeightSpread),
        Slope = all.Average(feature => feature.Slope),
        BestValue = all.Average(feature => feature.BestValue),
        Effect = all.Average(feature => feature.Effect),
    };
}
