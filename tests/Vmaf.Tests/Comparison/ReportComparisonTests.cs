using Vmaf.Engine.Comparison;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Comparison;

public sealed class ReportComparisonTests
{
    [Fact]
    public void Differences_are_candidate_less_baseline()
    {
        ReportComparison comparison = ReportComparison.Compare(TestReports.Scores(90, 80, 70, 60), TestReports.Scores(91, 80.5, 60, 62), null, 1);
        Assert.Equal("vmaf", comparison.Metric);
        Assert.Equal([1, 0.5, -10, 2], comparison.Frames.Select(frame => frame.Difference));
        Assert.Equal(75, comparison.Baseline.Mean);
        Assert.Equal(73.375, comparison.Candidate.Mean);
        Assert.Equal(-1.625, comparison.Difference.Mean);
        Assert.Equal((2, 1), (comparison.BetterFrameCount, comparison.WorseFrameCount));
        Assert.Equal([2, 1], comparison.Worst(2).Select(frame => frame.FrameIndex));
    }

    [Fact]
    public void Only_common_frames_count()
    {
        ReportComparison comparison = ReportComparison.Compare(
            TestReports.Strided(2, 90, 80, 70), TestReports.Scores(50, null, 60, 61, 62, 63), null, 1);
        Assert.Equal([0, 2, 4], comparison.Frames.Select(frame => frame.FrameIndex));
        Assert.Equal(2, comparison.UnmatchedFrameCount);
    }

    [Fact]
    public void Less_banding_is_better()
    {
        ReportComparison comparison = ReportComparison.Compare(TestReports.Feature("cambi", 1, 5), TestReports.Feature("cambi", 4, 2), "cambi", 1);
        Assert.Equal(FeatureDirection.LowerIsBetter, comparison.Direction);
        Assert.Equal((1, 1), (comparison.BetterFrameCount, comparison.WorseFrameCount));
        Assert.Equal(0, comparison.Worst(1).Single().FrameIndex);
    }

    [Fact]
    public void First_scores_are_compared_whatever_their_names()
    {
        ReportComparison comparison = ReportComparison.Compare(TestReports.Named("vmaf", 90), TestReports.Named("vmaf_neg", 85), null, 1);
        Assert.Equal(-5, comparison.Difference.Mean);
    }

    [Fact]
    public void Results_that_do_not_belong_together_are_errors()
    {
        VmafException error = TestVideo.Fails(
            VmafErrorIds.FeatureMissing, () => ReportComparison.Compare(TestReports.Scores(1), TestReports.Scores(1), "psnr_y", 1));
        Assert.Contains("vmaf", error.Remedy, StringComparison.Ordinal);
        Report empty = Report.FromFrames(new MetricNames([], []), []);
        TestVideo.Fails(VmafErrorIds.FeatureMissing, () => ReportComparison.Compare(empty, empty, null, 1));
        TestVideo.Fails(
            VmafErrorIds.ResultsApart, () => ReportComparison.Compare(TestReports.Scores(1, null), TestReports.Scores(null, 1), null, 1));
    }
}
