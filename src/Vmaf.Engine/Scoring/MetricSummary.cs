namespace Vmaf.Engine.Scoring;

/// <summary>A metric and its values pooled over all frames that were scored.</summary>
/// <param name="Name">Name as in logs.</param>
/// <param name="Pooled">The pooled values; <see langword="null"/> where some scored frame has no value of this metric.</param>
public sealed record MetricSummary(string Name, PooledScore? Pooled)
{
    /// <summary>Pools each metric of frames, in the order of logs.</summary>
    /// <param name="names">The metrics of the run.</param>
    /// <param name="frames">Its frames.</param>
    internal static MetricSummary[] FromFrames(MetricNames names, IReadOnlyList<FrameScore> frames)
    {
        var summaries = new MetricSummary[names.All.Count];
        double[] column = new double[frames.Count];
        for (int metric = 0; metric < summaries.Length; metric++)
        {
            bool complete = frames.Count > 0;
            for (int frame = 0; frame < frames.Count; frame++)
            {
                column[frame] = frames[frame].RawValues[metric];
                complete &= !MetricDictionary.IsMissing(column[frame]);
            }

            summaries[metric] = new MetricSummary(names.All[metric], complete ? PooledScore.FromValues(column) : null);
        }

        return summaries;
    }
}
