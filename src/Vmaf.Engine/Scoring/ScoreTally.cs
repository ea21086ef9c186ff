namespace Vmaf.Engine.Scoring;

/// <summary>What progress tells of the scores so far. Immutable, so that another thread reads it without a lock.</summary>
internal sealed record ScoreTally(int FramesScored, int FiniteScores, double Sum)
{
    public double? Mean => FiniteScores > 0 ? Sum / FiniteScores : null;

    public ScoreTally With(double? score) =>
        new(FramesScored + 1, FiniteScores + (score is null ? 0 : 1), Sum + (score ?? 0));
}
