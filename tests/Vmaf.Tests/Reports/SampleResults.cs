using Vmaf.Engine.Explanation;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Reports.Plots;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Explanation;
using Xunit;

namespace Vmaf.Tests.Reports;

/// <summary>Results made up for pages and drawings.</summary>
internal static class SampleResults
{
    private static readonly string[] Features = ["integer_adm2", "integer_motion2"];

    /// <summary>A report whose scores wander, with all digits in use and some values missing.</summary>
    /// <param name="frameCount">Number of frames.</param>
    /// <param name="stride">Distance of their indices.</param>
    /// <param name="offset">Added to every score.</param>
    public static Report Wandering(int frameCount, int stride = 1, double offset = 0)
    {
        var names = new MetricNames(Features, ["vmaf"]);
        FrameScore[] frames =
        [
            .. Enumerable.Range(0, frameCount).Select(index => new FrameScore(
                index * stride,
                names,
                [0.9 + (Math.Sin(index / 7.0) / 30), index % 11 == 10 ? double.NaN : index % 5, 80 + offset + (10 * Math.Sin(index / 3.0))])),
        ];
        return Make(names, frames);
    }

    /// <summary>A report with the scores given.</summary>
    /// <param name="scores">Score of each frame; NaN for none.</param>
    public static Report WithScores(params double[] scores)
    {
        var names = new MetricNames([], ["vmaf"]);
        return Make(names, [.. scores.Select((score, index) => new FrameScore(index, names, [score]))]);
    }

    /// <summary>A report without any score.</summary>
    public static Report WithoutScores()
    {
        var names = new MetricNames(["psnr_y"], []);
        return Make(names, [.. Enumerable.Range(0, 3).Select(index => new FrameScore(index, names, [30.5 + index]))]);
    }

    /// <summary>A report of metrics asked for by name, one of which is a feature under another name.</summary>
    public static Report WithNamedMetrics()
    {
        var names = new MetricNames(["float_psnr", "float_ssim", "float_ssim_l", "PSNR", "SSIM"], [], ["SSIM", "PSNR"]);
        return Make(names, [.. Enumerable.Range(0, 3).Select(index => new FrameScore(index, names, [30.5 + index, 0.5, 0.75, 30.5 + index, 0.5]))]);
    }

    /// <summary>A result with a worst frame that has an explanation and pictures.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="report">Its frames.</param>
    public static PresentedResult Presented(string name, Report report)
    {
        FrameExplanation explanation = new ScoreExplainer(
            SyntheticModel.Linear([("VMAF_integer_feature_adm2_score", 0.6), ("VMAF_integer_feature_motion2_score", 0.2)]),
            new LocalExplainerOptions { NeighborCount = 50, RidgeAlpha = 0 })
            .Explain([new FrameFeatures(3, [0.7, 4])], cancellation: TestContext.Current.CancellationToken)[0];
        return new PresentedResult
        {
            Name = name,
            Report = report,
            FrameRate = new FrameRate(25, 1),
            Verdict = $"Why {name} is so",
            WorstFrames = [new WorstFrame(3, 55.5, explanation, Pictures())],
            Notes = [$"A note on {name}"],
        };
    }

    private static FramePictures Pictures()
    {
        var format = new VideoFormat(16, 8, ChromaFormat.Yuv420, 8);
        VideoFrame frame = VideoFrame.Allocate(format);
        try
        {
            for (int plane = 0; plane < format.PlaneCount; plane++)
            {
                for (int y = 0; y < format.PlaneHeight(plane); y++)
                {
                    frame.Plane(plane).RowBytes(y).Fill((byte)(100 + y));
                }
            }

            return FramePictures.Shrink(frame, frame, ColorRange.Unspecified, ColorRange.Unspecified, 16, 8);
        }
        finally
        {
            frame.Release();
        }
    }

    private static Report Make(MetricNames names, FrameScore[] frames) => new()
    {
        Version = "1.2.3",
        FramesPerSecond = 123.4,
        Width = 640,
        Height = 360,
        Names = names,
        Frames = frames,
        Metrics = MetricSummary.FromFrames(names, frames),
        Aggregates = new Dictionary<string, double> { ["apsnr_y"] = 33.25 },
    };
}
