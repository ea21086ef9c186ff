using System.Collections.Concurrent;
using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Scoring;

/// <summary>Frames whose bands of rows are shared out among the workers of a run.</summary>
public class ScoringBandTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(5, 2)]
    [InlineData(60, 7)]
    public void Every_band_is_worked_on_once(int frameCount, int threads)
    {
        var stub = new StubExtractorDefinition("s") { BandCount = 13, OnBand = (frame, band) => Thread.SpinWait(new Random(frame + band).Next(2000)) };
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(frameCount), new MemoryFrameSource(frameCount), threads, [StubModel.OfX("vmaf", stub)]);

        FrameScore[] frames = [.. run.ReadFrames()];

        Assert.Equal(Enumerable.Range(0, frameCount).Select(frame => (double?)frame), frames.Select(frame => frame.Score));
        ScoringRunTests.AssertNothingLeaked(run, stub);
    }

    [Fact]
    public void Workers_without_a_frame_help_with_another_ones_bands()
    {
        using var both = new Barrier(2);
        var threads = new ConcurrentDictionary<int, bool>();
        var stub = new StubExtractorDefinition("s")
        {
            BandCount = 2,
            OnBand = (_, _) =>
            {
                threads[Environment.CurrentManagedThreadId] = true;

                // Each of the two bands waits for the other, which one thread alone could not survive.
                Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(30)), "Nobody helped.");
            },
        };
        using ScoringRun run = ScoringRunTests.Start(
            new MemoryFrameSource(3), new MemoryFrameSource(3), 2, [StubModel.OfX("vmaf", stub)]);

        FrameScore[] frames = [.. run.ReadFrames()];

        Assert.Equal(3, frames.Length);
        Assert.Equal(2, threads.Count);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_band_that_fails_or_cancels_ends_the_run_and_gives_all_frames_back(int seed)
    {
        var random = new Random(seed);
        int failingFrame = random.Next(20);
        int failingBand = random.Next(5);
        using var cancel = new CancellationTokenSource();
        var stub = new StubExtractorDefinition("s")
        {
            BandCount = 5,
            OnBand = (frame, band) =>
            {
                if (frame != failingFrame || band != failingBand)
                {
                    return;
                }

                if (seed % 2 == 0)
                {
                    throw new InvalidDataException("band");
                }

                cancel.Cancel();
            },
        };
        var options = new ScoringOptions { ThreadCount = 1 + random.Next(6) };
        using ScoringRun run = ScoringRunTests.StartCancellable(
            new MemoryFrameSource(20), new MemoryFrameSource(20), options, [StubModel.OfX("vmaf", stub)], [], cancel.Token);

        if (seed % 2 == 0)
        {
            Assert.Equal("band", Assert.Throws<InvalidDataException>(() => run.ReadFrames().Count()).Message);
        }
        else
        {
            Assert.ThrowsAny<OperationCanceledException>(() => run.ReadFrames().Count());
        }

        ScoringRunTests.AssertNothingLeaked(run, stub);
    }
}
