using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Scoring;

public class ScoringRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Frames_come_in_order_whatever_the_delays(int threads)
    {
        var stub = new StubExtractorDefinition("s")
        {
            OnMeasure = frame => Thread.Sleep(new Random(frame).Next(3)),
        };
        using ScoringRun run = Start(new MemoryFrameSource(100), new MemoryFrameSource(100), threads, [StubModel.OfX("vmaf", stub)]);

        FrameScore[] frames = [.. run.ReadFrames()];

        Assert.Equal(Enumerable.Range(0, 100), frames.Select(frame => frame.FrameIndex));
        Assert.All(frames, frame => Assert.Equal(frame.FrameIndex, frame.Score));
        Assert.All(frames, frame => Assert.Equal(Math.Min(frame.FrameIndex + 1, 99), frame.Features["s_late"]));
        QualityResult result = run.Complete();
        Assert.Equal(frames, result.Frames);
        Assert.Equal(49.5, result.Score);
        Assert.Equal(100, result.Aggregates["s_count"]);
        Assert.Empty(result.Warnings);
        AssertNothingLeaked(run, stub);
    }

    [Fact]
    public async Task Frames_can_be_taken_asynchronously()
    {
        var stub = new StubExtractorDefinition("s");
        using ScoringRun run = Start(new MemoryFrameSource(30), new MemoryFrameSource(30), 2, [StubModel.OfX("vmaf", stub)]);
        int next = 0;
        await foreach (FrameScore frame in run.ReadFramesAsync(TestContext.Current.CancellationToken))
        {
            Assert.Equal(next++, frame.FrameIndex);
        }

        Assert.Equal(30, next);
        Assert.Equal(30, run.Complete().FramesCompared);
        AssertNothingLeaked(run, stub);
    }

    [Fact]
    public void A_score_streams_while_the_next_frames_are_still_unread()
    {
        var stub = new StubExtractorDefinition("s");
        using var gate = new ManualResetEventSlim();
        var distorted = new MemoryFrameSource(10)
        {
            BeforeRead = (frame, token) =>
            {
                if (frame == 3)
                {
                    gate.Wait(token);
                }
            },
        };
        using ScoringRun run = Start(new MemoryFrameSource(10), distorted, 2, [StubModel.OfX("vmaf", stub)]);
        using IEnumerator<FrameScore> frames = run.ReadFrames().GetEnumerator();

        // Frames 0 to 2 were read; the feature that waits for its successor holds back only frame 2.
        Assert.True(frames.MoveNext());
        Assert.True(frames.MoveNext());
        Assert.Equal(1, frames.Current.FrameIndex);
        Assert.Equal(2, run.Progress.FramesScored);
        Assert.Equal(10, run.Progress.TotalFrames);
        Assert.Equal(0.5, run.Progress.RunningMean);
        gate.Set();
        Assert.Equal(10, run.Complete().FramesCompared);
    }

    [Fact]
    public void Features_that_come_at_the_end_complete_every_frame()
    {
        var stub = new StubExtractorDefinition("s") { WritesLateAtEnd = true };
        using ScoringRun run = Start(new MemoryFrameSource(200), new MemoryFrameSource(200), 2, [StubModel.OfX("vmaf", stub)]);

        QualityResult result = run.Complete();

        Assert.Equal(Enumerable.Range(0, 200), result.Frames.Select(frame => frame.FrameIndex));
        Assert.All(result.Frames, frame => Assert.Equal(2, frame.Features.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_window_shows_the_predecessors(int threads)
    {
        var stub = new StubExtractorDefinition("s") { HistoryLength = 2, NeedsEveryFrame = true };
        using ScoringRun run = Start(new MemoryFrameSource(20), new MemoryFrameSource(20), threads, [], [stub.With()]);

        double?[] sums = [.. run.ReadFrames().Select(frame => frame.Features["s_x"])];

        Assert.Equal([0, 1, .. Enumerable.Range(2, 18).Select(i => (double?)((3 * i) - 3))], sums);
        AssertNothingLeaked(run, stub);
    }

    [Fact]
    public void A_stride_scores_each_nth_frame_and_measures_all_where_later_frames_build_on_it()
    {
        var plain = new StubExtractorDefinition("plain");
        var temporal = new StubExtractorDefinition("temporal") { NeedsEveryFrame = true, HistoryLength = 1 };
        var options = new ScoringOptions { Stride = 3, ThreadCount = 2 };
        using ScoringRun run = Start(
            new MemoryFrameSource(10), new MemoryFrameSource(10), options, [], [plain.With(), temporal.With()]);

        QualityResult result = run.Complete();

        Assert.Equal([0, 3, 6, 9], result.Frames.Select(frame => frame.FrameIndex));
        Assert.Equal([0, 3, 6, 9], plain.Collected);
        Assert.Equal(Enumerable.Range(0, 10), temporal.Collected);
        Assert.Equal([0, 5, 11, 17], result.Frames.Select(frame => frame.Features["temporal_x"]!.Value));
        Assert.Equal([1, 7, 13, 17], result.Frames.Select(frame => frame.Features["temporal_late"]!.Value));
        Assert.Equal(10, result.FramesRead);
        Assert.Equal(4, result.FramesCompared);
        Assert.Equal(4.5, result.Features.Single(feature => feature.Name == "plain_x").Pooled!.Mean);
    }

    [Fact]
    public void A_stride_skips_frames_that_nothing_looks_at()
    {
        var stub = new StubExtractorDefinition("s");
        var reference = new MemoryFrameSource(10);
        using ScoringRun run = Start(
            reference, new MemoryFrameSource(10), new ScoringOptions { Stride = 4, ThreadCount = 1 }, [], [stub.With()]);

        Assert.Equal(3, run.Complete().FramesCompared);
        Assert.Equal(3, reference.FramesRead);
        Assert.Equal(7, reference.FramesSkipped);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Different_lengths_compare_the_shorter_and_warn(bool hidesLength)
    {
        var stub = new StubExtractorDefinition("s");
        using ScoringRun run = Start(
            new MemoryFrameSource(8) { HidesLength = hidesLength, Name = "ref" },
            new MemoryFrameSource(5) { HidesLength = hidesLength, Name = "dis" },
            2,
            [],
            [stub.With()]);

        QualityResult result = run.Complete();

        Assert.Equal(5, result.FramesCompared);
        Assert.Equal(hidesLength ? null : 8, result.ReferenceFrameCount);
        Assert.Equal(5, result.DistortedFrameCount);
        string warning = Assert.Single(result.Warnings);
        Assert.Contains("'dis'", warning, StringComparison.Ordinal);
        Assert.Contains("first 5", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Different_lengths_are_an_error_where_they_must_be_equal(bool hidesLength)
    {
        var stub = new StubExtractorDefinition("s");
        VmafException error = Assert.Throws<VmafException>(() =>
        {
            using ScoringRun run = Start(
                new MemoryFrameSource(8) { HidesLength = hidesLength },
                new MemoryFrameSource(9) { HidesLength = hidesLength },
                new ScoringOptions { LengthPolicy = LengthPolicy.RequireEqual },
                [],
                [stub.With()]);
            run.Complete();
        });

        Assert.Equal(VmafErrorIds.LengthMismatch, error.ErrorId);
    }

    [Fact]
    public void Nothing_to_measure_is_an_error()
    {
        VmafException error = Assert.Throws<VmafException>(() =>
            QualityScorer.Start(new MemoryFrameSource(1), new MemoryFrameSource(1), new ScoringOptions(), CancellationToken.None));

        Assert.Equal(VmafErrorIds.OptionInvalid, error.ErrorId);
        Assert.Contains("nothing to measure", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_frame_is_an_error()
    {
        var stub = new StubExtractorDefinition("s");
        using ScoringRun run = Start(new MemoryFrameSource(0), new MemoryFrameSource(3), 2, [], [stub.With()]);

        Assert.Equal(VmafErrorIds.NoFrames, Assert.Throws<VmafException>(run.Complete).ErrorId);
        AssertNothingLeaked(run, stub);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_feature_that_is_not_finite_makes_the_score_null_and_is_told(double bad)
    {
        var stub = new StubExtractorDefinition("s") { Value = (frame, x) => frame == 3 ? bad : x };
        using ScoringRun run = Start(new MemoryFrameSource(6), new MemoryFrameSource(6), 2, [StubModel.OfX("vmaf", stub)]);

        QualityResult result = run.Complete();

        Assert.Null(result.Frames[3].Score);
        Assert.Equal(["s_x"], result.Frames[3].NonFiniteFeatures);
        Assert.True(result.Frames[3].Features.ContainsKey("s_x"));
        Assert.Null(result.Frames[3].Features["s_x"]);
        Assert.Equal(4, result.Frames[4].Score);
        Assert.Null(result.Score);
        Assert.Contains(result.Warnings, warning => warning == "Feature 's_x' is no finite number in 1 of 6 frames: 3.");
    }

    [Fact]
    public void Bootstrap_figures_follow_all_main_scores()
    {
        var stub = new StubExtractorDefinition("s");
        var bootstrap = new StubModel("b", new ModelInput(stub.Feature("x"), stub.With()))
        {
            ExtraScores = ["b_0001", "b_0002", "b_bagging", "b_stddev", "b_ci_p95_lo", "b_ci_p95_hi"],
        };
        using ScoringRun run = Start(new MemoryFrameSource(3), new MemoryFrameSource(3), 2, [bootstrap, StubModel.OfX("v", stub)]);

        QualityResult result = run.Complete();

        Assert.Equal(["b", "v", "b_0001", "b_0002", "b_bagging", "b_stddev", "b_ci_p95_lo", "b_ci_p95_hi"], result.Names.Scores);
        Assert.Equal(["b", "v"], result.Models.Select(model => model.Name));
        Assert.Equal(2, result.Models[0].Bootstrap!.MemberCount);
        Assert.Equal(1 + 3, result.Models[0].Bootstrap!.Bagging.Mean);
        Assert.Equal(1 + 6, result.Models[0].Bootstrap!.ConfidenceHigh.Mean);
        Assert.Null(result.Models[1].Bootstrap);
    }

    internal static ScoringRun Start(
        IFrameSource reference, IFrameSource distorted, int threads, ScoringModel[] models, FeatureOptionSet[]? features = null) =>
        Start(reference, distorted, new ScoringOptions { ThreadCount = threads }, models, features);

    internal static ScoringRun Start(
        IFrameSource reference,
        IFrameSource distorted,
        ScoringOptions options,
        ScoringModel[] models,
        FeatureOptionSet[]? features = null) =>
        StartCancellable(reference, distorted, options, models, features ?? [], CancellationToken.None);

    internal static ScoringRun StartCancellable(
        IFrameSource reference,
        IFrameSource distorted,
        ScoringOptions options,
        ScoringModel[] models,
        FeatureOptionSet[] features,
        CancellationToken cancellationToken) =>
        QualityScorer.Start(reference, distorted, models, features, options, cancellationToken);

    internal static void AssertNothingLeaked(ScoringRun run, StubExtractorDefinition stub)
    {
        Assert.Equal(0, run.LentFrameCount);
        Assert.Equal(0, stub.WorkersAlive);
        Assert.Equal(stub.Created.Count, stub.Disposed);
    }
}
