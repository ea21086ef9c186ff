namespace Vmaf.Engine.Explanation;

/// <summary>Why a frame has its score.</summary>
public sealed record FrameExplanation
{
    /// <summary>Index of the frame.</summary>
    public required int FrameIndex { get; init; }

    /// <summary>Score of the explained predictor, transformed and clipped as the model asks for.</summary>
    public required double Score { get; init; }

    /// <summary>What was explained: the model, or a member of a bootstrap model such as <c>vmaf_0003</c>.</summary>
    public required string PredictorName { get; init; }

    /// <summary>The features in the model's order.</summary>
    public required IReadOnlyList<FeatureEffect> Features { get; init; }

    /// <summary>Where the linear approximation meets normalised features of 0, in normalised score.</summary>
    public required double Intercept { get; init; }

    /// <summary>How well the linear approximation fits the model around the frame: weighted R², 1 for a perfect fit.</summary>
    public required double RSquared { get; init; }

    /// <summary>What is special about the frame.</summary>
    public required FrameConditions Conditions { get; init; }

    /// <summary>What was done to the frame.</summary>
    public required Impairment Impairment { get; init; }

    /// <summary>The explanation in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>The features by effect, largest first.</summary>
    public IEnumerable<FeatureEffect> Ranking => Features.OrderBy(feature => feature.Rank);
}
