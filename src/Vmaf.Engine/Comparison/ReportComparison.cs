using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Comparison;

/// <summary>Two encodes of the same video, frame by frame.</summary>
public sealed class ReportComparison
{
    private ReportComparison(string metric, FeatureDirection direction, IReadOnlyList<FrameDifference> frames, int unmatched, double threshold)
    {
        Metric = metric;
        Direction = direction;
        Frames = frames;
        UnmatchedFrameCount = unmatched;
        Baseline = Pool(frames, frame => frame.Baseline);
        Candidate = Pool(frames, frame => frame.Candidate);
        Difference = Pool(frames, frame => frame.Difference);
        BetterFrameCount = frames.Count(frame => Gain(frame) >= threshold);
        WorseFrameCount = frames.Count(frame => Gain(frame) <= -threshold);
    }

    /// <summary>Name of the metric that is compared.</summary>
    public string Metric { get; }

    /// <summary>Whether larger values of it are better.</summary>
    public FeatureDirection Direction { get; }

    /// <summary>The frames that both encodes have a value of, in order.</summary>
    public IReadOnlyList<FrameDifference> Frames { get; }

    /// <summary>Number of frames that only one of them has.</summary>
    public int UnmatchedFrameCount { get; }

    /// <summary>The encode to compare with, pooled over the common frames.</summary>
    public PooledScore Baseline { get; }

    /// <summary>The encode in question, pooled over the common frames.</summary>
    public PooledScore Candidate { get; }

    /// <summary>The difference of each frame, pooled.</summary>
    public PooledScore Difference { get; }

    /// <summary>Number of frames that are better by the threshold or more.</summary>
    public int BetterFrameCount { get; }

    /// <summary>Number of frames that are worse by the threshold or more.</summary>
    public int WorseFrameCount { get; }

    /// <summary>Compares.</summary>
    /// <param name="baseline">The encode to compare with.</param>
    /// <param name="candidate">The encode in question.</param>
    /// <param name="metric">Name of a metric that both have; <see langword="null"/> for the first score of each, or where the baseline has none, its first metric.</param>
    /// <param name="threshold">Difference from which on a frame counts as better or worse; above 0.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FeatureMissing"/>: one has no such metric, or the baseline has none at all. <see cref="VmafErrorIds.ResultsApart"/>: no frame is common to both.
    /// </exception>
    public static ReportComparison Compare(Report baseline, Report candidate, string? metric, double threshold)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threshold);
        string name = metric ?? FirstMetric(baseline);
        Dictionary<int, double> first = Values(baseline, name, "baseline");
        Dictionary<int, double> second = Values(candidate, metric is null ? FirstScore(candidate) ?? name : name, "candidate");
        FrameDifference[] frames =
        [
            .. first.Where(frame => second.ContainsKey(frame.Key))
                .OrderBy(frame => frame.Key)
                .Select(frame => new FrameDifference(frame.Key, frame.Value, second[frame.Key])),
        ];
        return frames.Length > 0
            ? new ReportComparison(name, FeatureGuide.DirectionOf(name), frames, first.Count + second.Count - (2 * frames.Length), threshold)
            : throw new VmafException(
                VmafErrorIds.ResultsApart,
                $"The results have no frame with a value of '{name}' in common.",
                "Compare encodes of the same video, measured with the same skips and stride.");
    }

    /// <summary>The frames that lose most against the baseline, worst first.</summary>
    /// <param name="count">The most frames to take.</param>
    public IEnumerable<FrameDifference> Worst(int count) => Frames.OrderBy(Gain).Take(count);

    private double Gain(FrameDifference frame) => Direction == FeatureDirection.LowerIsBetter ? -frame.Difference : frame.Difference;

    private static PooledScore Pool(IReadOnlyList<FrameDifference> frames, Func<FrameDifference, double> value) =>
        PooledScore.FromValues(frames.Select(value).ToArray());

    private static string FirstMetric(Report report) => FirstScore(report) ?? (report.Names.Named.Concat(report.Names.All).FirstOrDefault()
        ?? throw new VmafException(
            VmafErrorIds.FeatureMissing, "The baseline has no metrics.", "Compare results of videos that were measured."));

    private static string? FirstScore(Report report) => report.Names.Scores is [string score, ..] ? score : null;

    private static Dictionary<int, double> Values(Report report, string metric, string role)
    {
        if (report.Names.IndexOf(metric) < 0)
        {
            throw new VmafException(
                VmafErrorIds.FeatureMissing,
                $"The {role} has no metric '{metric}'.",
                $"It has {string.Join(", ", report.Names.All)}.",
                metric);
        }

        var values = new Dictionary<int, double>();
        foreach (FrameScore frame in report.Frames)
        {
            if (frame.Metrics.TryGetValue(metric, out double? value) && value is { } number)
            {
                values[frame.FrameIndex] = number;
            }
        }

        return values;
    }
}
