namespace Vmaf.Engine.Scoring;

/// <summary>What the members of a bootstrap model say about the certainty of its score, pooled over all frames that were scored.</summary>
/// <param name="MemberCount">Number of member models, without the main one.</param>
/// <param name="Bagging">Mean of the members' scores.</param>
/// <param name="StandardDeviation">Standard deviation over the members, per frame, then pooled.</param>
/// <param name="ConfidenceLow">Lower end of the 95 % interval.</param>
/// <param name="ConfidenceHigh">Upper end of the 95 % interval.</param>
public sealed record BootstrapSummary(
    int MemberCount,
    PooledScore Bagging,
    PooledScore StandardDeviation,
    PooledScore ConfidenceLow,
    PooledScore ConfidenceHigh);
