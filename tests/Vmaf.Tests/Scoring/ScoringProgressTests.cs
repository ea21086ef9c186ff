using Vmaf.Engine.Scoring;
using Xunit;

namespace Vmaf.Tests.Scoring;

public sealed class ScoringProgressTests
{
    [Theory]
    [InlineData(50, 100L, false, 0.5)]
    [InlineData(100, 100L, false, 1.0)]
    [InlineData(50, 100L, true, 0.5)]
    [InlineData(100, 100L, true, 0.99)]
    [InlineData(100, null, true, null)]
    public void Only_what_is_known_for_certain_is_ever_complete(int scored, long? total, bool isEstimated, double? fraction)
    {
        var progress = new ScoringProgress(scored, total, TimeSpan.FromSeconds(1), null, isEstimated);
        Assert.Equal(fraction, progress.Fraction);
        Assert.Equal(fraction is null, progress.Remaining is null);
    }

    [Fact]
    public void A_run_shows_an_estimate_until_there_are_more_frames()
    {
        var stub = new StubExtractorDefinition("s");
        var source = new MemoryFrameSource(10) { HidesLength = true, EstimatedFrameCount = 6 };
        using ScoringRun run = ScoringRunTests.Start(new MemoryFrameSource(10) { HidesLength = true }, source, 1, [StubModel.OfX("vmaf", stub)]);

        var totals = new List<(int Scored, long? Total)>();
        foreach (FrameScore frame in run.ReadFrames())
        {
            ScoringProgress progress = run.Progress;
            Assert.Equal(progress.TotalFrames is not null, progress.IsTotalEstimated);
            totals.Add((progress.FramesScored, progress.TotalFrames));
        }

        Assert.All(totals, each => Assert.Equal(each.Scored > 6 ? null : 6, each.Total));
        Assert.Equal(10, run.Complete().FramesCompared);
    }
}
