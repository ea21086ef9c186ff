using Vmaf.Engine.Explanation;

namespace Vmaf.PowerShell.Explaining;

/// <summary>Whether scores are those of the model that explains them. A log does not name its model; scores that differ show that it was another.</summary>
internal static class ModelAgreement
{
    /// <summary>A re-fitted model may be off by 0.01 from the one it stands for, and a log rounds.</summary>
    public const double ScoreTolerance = 0.05;

    /// <summary>By how much scores differ at most from those that the model gives.</summary>
    /// <param name="explained">The frames with the model's scores, at least one.</param>
    /// <param name="scoreOf">The score that a frame has, where it has one.</param>
    public static double LargestDifference(IEnumerable<FrameExplanation> explained, Func<FrameExplanation, double?> scoreOf) =>
        explained.Max(frame => Math.Abs(frame.Score - (scoreOf(frame) ?? frame.Score)));
}
