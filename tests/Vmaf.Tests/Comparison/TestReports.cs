using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;

namespace Vmaf.Tests.Comparison;

/// <summary>Reports of a few frames.</summary>
internal static class TestReports
{
    public static Report Scores(params double?[] scores) => Named("vmaf", scores);

    public static Report Named(string name, params double?[] scores) => Report.FromFrames(
        new MetricNames([], [name]), scores.Select((score, frame) => new ReportFrame(frame, [score])));

    public static Report Feature(string name, params double?[] values) => Report.FromFrames(
        new MetricNames([name], []), values.Select((value, frame) => new ReportFrame(frame, [value])));

    public static Report Strided(int stride, params double?[] scores) => Report.FromFrames(
        new MetricNames([], ["vmaf"]), scores.Select((score, frame) => new ReportFrame(frame * stride, [score])));
}
