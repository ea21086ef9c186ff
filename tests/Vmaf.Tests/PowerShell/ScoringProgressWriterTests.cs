using Vmaf.Engine.Caching;
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

    [Fact]
    public void Names_no_metric_that_may_not_be_measured()
    {
        var shown = new List<string>();
        var writer = new ScoringProgressWriter(record => shown.Add($"{record.Activity} {record.StatusDescription}"), new ManualClock());
        writer.Report("a.y4m", HalfWay with { RunningMean = null });
        writer.Complete();
        Assert.All(shown, text => Assert.DoesNotContain("VMAF", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Completes_what_was_shown_of_reading()
    {
        int shown = 0;
        var writer = new ScoringProgressWriter(_ => shown++, new ManualClock());
        writer.Report(new ReadingProgress("a.mkv", 3, 4));
        writer.Complete();
        Assert.Equal(2, shown);
    }

    [Fact]
    public void Reading_is_told_five_times_a_second_and_not_at_all_where_it_is_short()
    {
        var clock = new ManualClock();
        int told = 0;
        var reporter = new ReadingProgressReporter(_ => told++, clock);
        for (int millisecond = 0; millisecond < 1000; millisecond++)
        {
            reporter.Report(new ReadingProgress("a", millisecond, 1000));
            Assert.True(told == 0 || millisecond >= 200);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(4, told);
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
