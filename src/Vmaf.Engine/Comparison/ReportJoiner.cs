using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Comparison;

/// <summary>Makes one report of several.</summary>
public static class ReportJoiner
{
    /// <summary>
    /// Puts the segments of a video one after the other. Frames are counted on from segment to segment and everything is pooled anew;
    /// figures about whole segments cannot be, and are left out.
    /// </summary>
    /// <param name="segments">The segments in order; at least one.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ResultsApart"/>: they have different metrics.</exception>
    public static Report Append(IReadOnlyList<Report> segments)
    {
        Report first = First(segments);
        var frames = new List<FrameScore>();
        int offset = 0;
        for (int index = 0; index < segments.Count; index++)
        {
            Report segment = segments[index];
            RequireSameMetrics(first, segment, index);
            frames.AddRange(segment.Frames.Select(frame => new FrameScore(frame.FrameIndex + offset, first.Names, Reordered(frame, first.Names))));
            offset += FrameSpan(segment);
        }

        return Make(first, first.Names, frames, segments.Sum(segment => Seconds(segment)), new Dictionary<string, double>());
    }

    /// <summary>Puts the metrics of several measurements of the same frames side by side; where one stands twice, the first holds.</summary>
    /// <param name="parts">The measurements; at least one.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ResultsApart"/>: they are not of the same frames.</exception>
    public static Report Merge(IReadOnlyList<Report> parts)
    {
        Report first = First(parts);
        var names = new MetricNames(
            [.. parts.SelectMany(part => part.Names.Features).Distinct()],
            [.. parts.SelectMany(part => part.Names.Scores).Distinct()],
            parts.SelectMany(part => part.Names.Named));
        double[][] rows = [.. first.Frames.Select(_ => Blank(names.All.Count))];
        for (int index = parts.Count - 1; index >= 0; index--)
        {
            Report part = parts[index];
            if (!part.Frames.Select(frame => frame.FrameIndex).SequenceEqual(first.Frames.Select(frame => frame.FrameIndex)))
            {
                throw new VmafException(
                    VmafErrorIds.ResultsApart,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Result {index + 1} is not of the same frames as the first: it has {part.Frames.Count}, the first {first.Frames.Count}."),
                    "Join results of the same pair of videos, measured with the same skips, count and stride.");
            }

            for (int metric = 0; metric < part.Names.All.Count; metric++)
            {
                int column = names.IndexOf(part.Names.All[metric]);
                for (int row = 0; row < rows.Length; row++)
                {
                    rows[row][column] = part.Frames[row].RawValues[metric];
                }
            }
        }

        FrameScore[] frames = [.. first.Frames.Select((frame, row) => new FrameScore(frame.FrameIndex, names, rows[row]))];
        Dictionary<string, double> aggregates = parts.SelectMany(part => part.Aggregates)
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
        return Make(first, names, frames, parts.Sum(Seconds), aggregates);
    }

    private static Report First(IReadOnlyList<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentOutOfRangeException.ThrowIfZero(reports.Count);
        return reports[0];
    }

    private static void RequireSameMetrics(Report first, Report segment, int index)
    {
        string[] odd = [.. segment.Names.All.Except(first.Names.All).Concat(first.Names.All.Except(segment.Names.All))];
        if (odd.Length > 0)
        {
            throw new VmafException(
                VmafErrorIds.ResultsApart,
                string.Create(CultureInfo.InvariantCulture, $"Segment {index + 1} and the first do not both have {string.Join(", ", odd)}."),
                "Measure all segments with the same models and features; results of several metrics of one video are joined side by side.");
        }
    }

    private static double[] Reordered(FrameScore frame, MetricNames names) =>
        [.. names.All.Select(name => frame.RawValues[frame.Names.IndexOf(name)])];

    private static double[] Blank(int count)
    {
        double[] row = new double[count];
        row.AsSpan().Fill(MetricDictionary.Missing);
        return row;
    }

    /// <summary>Frames of a segment, counting those that a stride passed over.</summary>
    private static int FrameSpan(Report segment) => segment.Frames.Count switch
    {
        0 => 0,
        1 => segment.Frames[0].FrameIndex + 1,
        _ => segment.Frames[^1].FrameIndex + segment.Frames[^1].FrameIndex - segment.Frames[^2].FrameIndex,
    };

    private static double Seconds(Report report) => report.FramesPerSecond is > 0 and double rate ? report.Frames.Count / rate : 0;

    private static Report Make(
        Report first, MetricNames names, IReadOnlyList<FrameScore> frames, double seconds, IReadOnlyDictionary<string, double> aggregates) => new()
        {
            Version = first.Version,
            FramesPerSecond = seconds > 0 ? frames.Count / seconds : null,
            Width = first.Width,
            Height = first.Height,
            Names = names,
            Frames = frames,
            Metrics = MetricSummary.FromFrames(names, frames),
            Aggregates = aggregates,
        };
}
