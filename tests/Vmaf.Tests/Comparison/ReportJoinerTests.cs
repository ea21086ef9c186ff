using Vmaf.Engine.Comparison;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Comparison;

public sealed class ReportJoinerTests
{
    [Fact]
    public void Segments_are_counted_on_and_pooled_anew()
    {
        Report whole = ReportJoiner.Append([TestReports.Scores(90, 80), TestReports.Scores(10)]);
        Assert.Equal([0, 1, 2], whole.Frames.Select(frame => frame.FrameIndex));
        Assert.Equal(60, whole.Score);
        Assert.Equal(10, whole.Metrics[0].Pooled!.Min);
    }

    [Fact]
    public void A_stride_is_kept()
    {
        Report whole = ReportJoiner.Append([TestReports.Strided(5, 90, 80), TestReports.Strided(5, 70)]);
        Assert.Equal([0, 5, 10], whole.Frames.Select(frame => frame.FrameIndex));
    }

    [Fact]
    public void Segments_with_other_metrics_are_an_error()
    {
        VmafException error = TestVideo.Fails(
            VmafErrorIds.ResultsApart, () => ReportJoiner.Append([TestReports.Scores(1), TestReports.Feature("psnr_y", 40)]));
        Assert.Contains("psnr_y", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_of_the_same_frames_stand_side_by_side()
    {
        Report both = ReportJoiner.Merge([TestReports.Scores(90, 80), TestReports.Feature("psnr_y", 40, null), TestReports.Named("other", 1, 2)]);
        Assert.Equal(["psnr_y", "vmaf", "other"], both.Names.All);
        Assert.Equal(85, both.Score);
        Assert.Equal(40, both.Frames[0].Metrics["psnr_y"]);
        Assert.False(both.Frames[1].Metrics.ContainsKey("psnr_y"));
        Assert.Equal(1.5, both.Metrics[2].Pooled!.Mean);
    }

    [Fact]
    public void Metrics_asked_for_by_name_stay_so()
    {
        Report psnr = Report.FromFrames(new MetricNames(["float_psnr", "PSNR"], [], ["PSNR"]), [new ReportFrame(0, [40, 40])]);
        Report ssim = Report.FromFrames(new MetricNames(["float_ssim", "SSIM"], ["vmaf"], ["SSIM"]), [new ReportFrame(0, [0.9, 0.9, 80])]);
        Report both = ReportJoiner.Merge([psnr, ssim]);
        Assert.Equal(["float_psnr", "PSNR", "float_ssim", "SSIM", "vmaf"], both.Names.All);
        Assert.Equal(["PSNR", "SSIM"], both.Names.Named);
        Assert.Equal(["PSNR"], ReportJoiner.Append([psnr, psnr]).Names.Named);
    }

    [Fact]
    public void Of_a_metric_that_stands_twice_the_first_holds() =>
        Assert.Equal(90, ReportJoiner.Merge([TestReports.Scores(90), TestReports.Scores(1)]).Score);

    [Fact]
    public void Metrics_of_other_frames_are_an_error() =>
        TestVideo.Fails(VmafErrorIds.ResultsApart, () => ReportJoiner.Merge([TestReports.Scores(1, 2), TestReports.Feature("psnr_y", 40)]));
}
