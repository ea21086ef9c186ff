using Vmaf.Engine.Reports;
using Xunit;

namespace Vmaf.Tests.Reports;

public sealed class WorstFrameTests
{
    [Fact]
    public void The_lowest_scores_come_first()
    {
        Report report = SampleResults.WithScores(50, 40, double.NaN, 30, 40);
        Assert.Equal([3, 1, 4, 0], WorstFrame.Choose(report, 10).Select(frame => frame.FrameIndex));
        Assert.Equal([30, 40], WorstFrame.Choose(report, 2).Select(frame => frame.Score));
        Assert.Empty(WorstFrame.Choose(report, 0));
    }

    [Fact]
    public void Neighbours_of_a_chosen_frame_are_passed_over()
    {
        Report report = SampleResults.WithScores([.. Enumerable.Range(0, 1200).Select(index => (double)Math.Min(Math.Abs(index - 300), Math.Abs(index - 900) + 1))]);
        Assert.Equal([300, 900, 200, 400], WorstFrame.Choose(report, 4).Select(frame => frame.FrameIndex));
    }
}
