using System.Diagnostics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Scoring;

public class ScoringFailureTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Cancelling_at_any_point_ends_the_run_and_gives_all_frames_back(int seed)
    {
        var random = new Random(seed);
        int at = random.Next(60);
        using var cancel = new CancellationTokenSource();
        var stub = new StubExtractorDefinition("s")
        {
            HistoryLength = random.Next(3),
            NeedsEveryFrame = true,
            OnMeasure = frame =>
            {
                if (frame == at && seed % 2 == 0)
                {
                    cancel.Cancel();
                }
            },
        };
        var reference = new MemoryFrameSource(60)
        {
            BeforeRead = (frame, _) =>
            {
                if (frame == at && seed % 2 == 1)
                {
                    cancel.Cancel();
                }
            },
        };
        var options = new ScoringOptions { ThreadCount = 1 + random.Next(4) };
        using ScoringRun run = ScoringRunTests.StartCancellable(
            reference, new MemoryFrameSource(60), options, [StubModel.OfX("vmaf", stub)], [], cancel.Token);

        Assert.ThrowsAny<OperationCanceledException>(() => run.ReadFrames().Count());
        ScoringRunTests.AssertNothingLeaked(run, stub);
        Assert.ThrowsAny<OperationCanceledException>(run.Complete);
    }

    [Fact]
    public void A_source_that_waits_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        using var reached = new ManualResetEventSlim();
        var stub = new StubExtractorDefinition("s");
        var reference = new MemoryFrameSource(9)
        {
            BeforeRead = (frame, token) =>
            {
                if (frame == 4)
                {
                    reached.Set();
                    token.WaitHandle.WaitOne();
                    token.ThrowIfCancellationRequested();
                }
            },
        };
        using ScoringRun run = ScoringRunTests.StartCancellable(
            reference, new MemoryFrameSource(9), new ScoringOptions { ThreadCount = 2 }, [], [stub.With()], cancel.Token);
        reached.Wait(TestContext.Current.CancellationToken);
        cancel.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(run.Complete);
        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_consumer_that_stops_early_stops_everything(int seed)
    {
        var stub = new StubExtractorDefinition("s");
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(500), new MemoryFrameSource(500), 1 + (seed % 3), [StubModel.OfX("vmaf", stub)]);

        Assert.Equal(seed, run.ReadFrames().Take(seed).Count());

        run.Dispose();
        ScoringRunTests.AssertNothingLeaked(run, stub);
        Assert.Throws<InvalidOperationException>(run.Complete);
    }

    [Fact]
    public void A_consumer_may_stop_while_the_last_frames_wait_for_it()
    {
        var stub = new StubExtractorDefinition("s") { WritesLateAtEnd = true };
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(500), new MemoryFrameSource(500), 2, [StubModel.OfX("vmaf", stub)]);

        Assert.Equal(0, run.ReadFrames().First().FrameIndex);

        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    [Fact]
    public void A_consumer_that_takes_nothing_holds_the_run_back()
    {
        var stub = new StubExtractorDefinition("s");
        var reference = new MemoryFrameSource(5000);
        using ScoringRun run = ScoringRunTests.Start(reference, new MemoryFrameSource(5000), 2, [StubModel.OfX("vmaf", stub)]);
        var patience = Stopwatch.StartNew();
        int before;
        do
        {
            before = reference.FramesRead;
            Thread.Sleep(50);
        }
        while ((before == 0 || reference.FramesRead != before) && patience.Elapsed < TimeSpan.FromSeconds(20));

        Assert.InRange(reference.FramesRead, 1, 200);
        run.Dispose();
        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_error_of_a_worker_comes_out_once_as_it_was(int seed)
    {
        var thrown = new VmafException("VmafTest", "boom");
        var stub = new StubExtractorDefinition("s")
        {
            OnMeasure = frame =>
            {
                if (frame >= seed)
                {
                    throw thrown;
                }
            },
        };
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(50), new MemoryFrameSource(50), 1 + (seed % 4), [StubModel.OfX("vmaf", stub)]);

        Assert.Same(thrown, Assert.Throws<VmafException>(() => run.ReadFrames().Count()));
        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_frame_that_an_extractor_failed_on_never_comes_out(int seed)
    {
        var failing = new StubExtractorDefinition("f")
        {
            OnMeasure = frame => _ = frame < seed ? 0 : throw new InvalidOperationException("boom"),
        };
        var slow = new StubExtractorDefinition("s") { OnMeasure = _ => Thread.Sleep(1) };
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(50), new MemoryFrameSource(50), 4, [], [failing.With(), slow.With()]);
        int last = -1;

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (FrameScore frame in run.ReadFrames())
            {
                last = frame.FrameIndex;
            }
        });

        Assert.InRange(last, -1, seed - 1);
        ScoringRunTests.AssertNothingLeaked(run, failing);
        ScoringRunTests.AssertNothingLeaked(run, slow);
    }

    [Fact]
    public void An_error_of_the_reader_comes_out_after_the_frames_before_it()
    {
        var thrown = new VmafException(VmafErrorIds.TruncatedFrame, "ends inside a frame");
        var stub = new StubExtractorDefinition("s");
        var distorted = new MemoryFrameSource(50)
        {
            BeforeRead = (frame, _) =>
            {
                if (frame == 20)
                {
                    throw thrown;
                }
            },
        };
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(50), distorted, 3, [StubModel.OfX("vmaf", stub)]);
        var frames = new List<int>();

        VmafException error = Assert.Throws<VmafException>(() =>
        {
            foreach (FrameScore frame in run.ReadFrames())
            {
                frames.Add(frame.FrameIndex);
            }
        });

        Assert.Same(thrown, error);
        Assert.Equal(Enumerable.Range(0, 19), frames);
        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    [Fact]
    public void An_error_of_a_model_comes_out_as_it_was()
    {
        var stub = new StubExtractorDefinition("s");
        var thrown = new VmafException("VmafTest", "boom");
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(50), new MemoryFrameSource(50), 3, [new ThrowingModel(stub, thrown)]);

        Assert.Same(thrown, Assert.Throws<VmafException>(run.Complete));
        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    private sealed class ThrowingModel(StubExtractorDefinition stub, Exception thrown) : ScoringModel
    {
        private readonly StubModel _inner = StubModel.OfX("vmaf", stub);

        public override Vmaf.Engine.Models.ModelInfo Info => _inner.Info;

        public override IReadOnlyList<ModelInput> Inputs => _inner.Inputs;

        public override IReadOnlyList<string> ScoreNames => _inner.ScoreNames;

        public override void Predict(ReadOnlySpan<double> features, Span<double> scores) => throw thrown;
    }
}
