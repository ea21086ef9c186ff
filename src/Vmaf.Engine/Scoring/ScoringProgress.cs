namespace Vmaf.Engine.Scoring;

/// <summary>How far a run is; a snapshot that any thread may take.</summary>
/// <param name="FramesScored">Frames whose scores are known.</param>
/// <param name="TotalFrames">Frames that will be scored, for certain or about, or <see langword="null"/> where only reading on tells (pipes).</param>
/// <param name="Elapsed">Time since the start of the run.</param>
/// <param name="RunningMean">Mean of the first model's scores so far; <see langword="null"/> without any.</param>
/// <param name="IsTotalEstimated">Whether <paramref name="TotalFrames"/> is only what containers let expect.</param>
public readonly record struct ScoringProgress(
    int FramesScored, long? TotalFrames, TimeSpan Elapsed, double? RunningMean, bool IsTotalEstimated = false)
{
    /// <summary>Frames scored per second of wall time since the start.</summary>
    public double FramesPerSecond => Elapsed > TimeSpan.Zero ? FramesScored / Elapsed.TotalSeconds : 0;

    /// <summary>An estimated total is never reached: only the end tells that it is there.</summary>
    private const double LargestEstimatedFraction = 0.99;

    /// <summary>Share done, 0 to 1, or <see langword="null"/> where the total is not known. Of an estimated total, at most 0.99.</summary>
    public double? Fraction =>
        TotalFrames > 0 ? Math.Min(IsTotalEstimated ? LargestEstimatedFraction : 1, (double)FramesScored / TotalFrames.Value) : null;

    /// <summary>Time left at the speed so far, or <see langword="null"/> where it cannot be told.</summary>
    public TimeSpan? Remaining => Fraction is > 0 and double done ? Elapsed * ((1 - done) / done) : null;
}
