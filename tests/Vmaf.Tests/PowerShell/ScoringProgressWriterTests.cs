using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Progress;
using Xunit;

namespace Vmaf.Tests.PowerShell;

public sealed class ScoringProgressWriterTests
{
    private static readonly ScoringProgress HalfWay = new(5, 10, TimeSpan.FromSeconds(1), 80);

    [Fact]
    public void Shows_at_most_five_records_a_second()
    {
        var clock = new ManualClock();
        int shown = 0;
        var writer = new ScoringProgressWriter(_ => shown++, clock);
        for (int millisecond = 0; millisecond < 1000; millisecond++)
        {
            writer.Report("a.y4m", HalfWay);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(5, shown);
    }

    [Fact]
    public void Completes_only_what_was_shown()
    {
        int shown = 0;
        var writer = new ScoringProgressWriter(_ => shown++, new ManualClock());
        writer.Complete();
        Assert.Equal(0, shown);
        writer.Report("a.y4m", HalfWay);
        writer.Complete();
        writer.Complete();
        Assert.Equal(2, shown);
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
