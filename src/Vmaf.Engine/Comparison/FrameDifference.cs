namespace Vmaf.Engine.Comparison;

/// <summary>One frame of two encodes.</summary>
/// <param name="FrameIndex">Index of the frame, from 0.</param>
/// <param name="Baseline">Value of the encode to compare with.</param>
/// <param name="Candidate">Value of the encode in question.</param>
public readonly record struct FrameDifference(int FrameIndex, double Baseline, double Candidate)
{
    /// <summary>By how much the encode in question has more.</summary>
    public double Difference => Candidate - Baseline;
}
