using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Measure-VmafScore</c> tells of a column of numbers.</summary>
public sealed class ScoreStatistics : PooledMetric
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.ScoreStatistics";

    internal ScoreStatistics(string name, PooledScore pooled, int missingCount)
        : base(name, pooled)
    {
        Count = pooled.FrameCount;
        MissingCount = missingCount;
    }

    /// <summary>Number of values.</summary>
    public int Count { get; }

    /// <summary>Number of objects that had no number there.</summary>
    public int MissingCount { get; }
}
