using Vmaf.Engine.Explanation;
using Vmaf.Engine.Reports.Plots;

namespace Vmaf.Engine.Reports;

/// <summary>A frame with a low score, to be looked at.</summary>
/// <param name="FrameIndex">Index of the frame.</param>
/// <param name="Score">Its score.</param>
/// <param name="Explanation">Why it has it; <see langword="null"/> where that is not known.</param>
/// <param name="Pictures">How it looks; <see langword="null"/> where the videos are not at hand.</param>
public sealed record WorstFrame(int FrameIndex, double Score, FrameExplanation? Explanation = null, FramePictures? Pictures = null)
{
    private const int LargestDistance = 100;

    /// <summary>
    /// Chooses the frames with the lowest scores, worst first. Neighbours of a frame that was chosen are passed over, since they mostly
    /// show the same: the frames are at least 100 apart, or a third of their even distribution in short clips.
    /// </summary>
    /// <param name="report">All frames.</param>
    /// <param name="count">The most frames to choose, at least 0.</param>
    public static IReadOnlyList<WorstFrame> Choose(Report report, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0 || report.Frames.Count == 0)
        {
            return [];
        }

        // In frames of the clip, not of the list: with a stride these differ.
        int span = report.Frames[^1].FrameIndex - report.Frames[0].FrameIndex + 1;
        int distance = Math.Clamp(span / (3 * count), 1, LargestDistance);
        var chosen = new List<WorstFrame>(count);
        IEnumerable<WorstFrame> ascending = report.Frames
            .Where(frame => frame.Score is not null)
            .Select(frame => new WorstFrame(frame.FrameIndex, frame.Score!.Value))
            .OrderBy(frame => frame.Score)
            .ThenBy(frame => frame.FrameIndex);
        foreach (WorstFrame frame in ascending)
        {
            if (chosen.Count == count)
            {
                break;
            }

            if (chosen.TrueForAll(other => Math.Abs(other.FrameIndex - frame.FrameIndex) >= distance))
            {
                chosen.Add(frame);
            }
        }

        return chosen;
    }
}
