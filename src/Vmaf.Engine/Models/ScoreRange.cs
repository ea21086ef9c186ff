namespace Vmaf.Engine.Models;

/// <summary>The limits of a score.</summary>
/// <param name="Minimum">Least score.</param>
/// <param name="Maximum">Largest score.</param>
public readonly record struct ScoreRange(double Minimum, double Maximum)
{
    /// <summary>Limits a score; NaN stays NaN.</summary>
    /// <param name="score">Any score.</param>
    public double Clip(double score)
    {
        double notTooSmall = score < Minimum ? Minimum : score;
        return notTooSmall > Maximum ? Maximum : notTooSmall;
    }
}
