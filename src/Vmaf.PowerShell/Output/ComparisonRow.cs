using Vmaf.Engine.Comparison;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Compare-VmafResult</c> tells of two encodes.</summary>
public sealed class ComparisonRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.Comparison";

    internal ComparisonRow(string? baseline, string? candidate, ReportComparison comparison, int worstCount)
    {
        Baseline = baseline;
        Candidate = candidate;
        Metric = comparison.Metric;
        BaselineMean = comparison.Baseline.Mean;
        CandidateMean = comparison.Candidate.Mean;
        MeanDifference = comparison.Difference.Mean;
        MedianDifference = comparison.Difference.Median;
        MinDifference = comparison.Difference.Min;
        MaxDifference = comparison.Difference.Max;
        FrameCount = comparison.Frames.Count;
        BetterFrameCount = comparison.BetterFrameCount;
        WorseFrameCount = comparison.WorseFrameCount;
        UnmatchedFrameCount = comparison.UnmatchedFrameCount;
        WorstFrames = List(comparison.Worst(worstCount));
        Frames = List(comparison.Frames);
    }

    /// <summary>The encode that was compared with.</summary>
    public string? Baseline { get; }

    /// <summary>The encode in question.</summary>
    public string? Candidate { get; }

    /// <summary>Name of the metric.</summary>
    public string Metric { get; }

    /// <summary>Mean of the baseline over the common frames.</summary>
    public double? BaselineMean { get; }

    /// <summary>Mean of the candidate over the common frames.</summary>
    public double? CandidateMean { get; }

    /// <summary>Mean of the frames' differences, candidate less baseline.</summary>
    public double? MeanDifference { get; }

    /// <summary>Median of the differences.</summary>
    public double? MedianDifference { get; }

    /// <summary>Least difference.</summary>
    public double? MinDifference { get; }

    /// <summary>Largest difference.</summary>
    public double? MaxDifference { get; }

    /// <summary>Number of frames that were compared.</summary>
    public int FrameCount { get; }

    /// <summary>Number of frames of which the candidate is better by the threshold or more.</summary>
    public int BetterFrameCount { get; }

    /// <summary>Number of frames of which the candidate is worse by the threshold or more.</summary>
    public int WorseFrameCount { get; }

    /// <summary>Number of frames that only one result has.</summary>
    public int UnmatchedFrameCount { get; }

    /// <summary>The frames of which the candidate loses most, worst first.</summary>
    public DescribedList<FrameDifferenceRow> WorstFrames { get; }

    /// <summary>All frames that were compared.</summary>
    public DescribedList<FrameDifferenceRow> Frames { get; }

    private static DescribedList<FrameDifferenceRow> List(IEnumerable<FrameDifference> frames)
    {
        FrameDifferenceRow[] rows = [.. frames.Select(frame => new FrameDifferenceRow(frame))];
        return new DescribedList<FrameDifferenceRow>(rows, string.Join("; ", rows.Take(10).Select(row => row.ToString())));
    }
}
