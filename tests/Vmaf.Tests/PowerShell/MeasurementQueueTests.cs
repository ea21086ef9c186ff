using Vmaf.PowerShell.Measuring;
using Xunit;

namespace Vmaf.Tests.PowerShell;

public sealed class MeasurementQueueTests
{
    private const int Threads = 8;

    [Fact]
    public void While_more_may_come_all_places_share()
    {
        using var pipeline = new PipelineThread(TestContext.Current.CancellationToken);
        var queue = new MeasurementQueue(pipeline, placeCount: 4);
        using var gate = new ManualResetEventSlim();
        queue.Add(1, gate.Wait);
        Assert.Equal(2, queue.ShareOf(1, Threads));
        gate.Set();
        pipeline.ServeUntilIdle();
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(2, 4)]
    [InlineData(3, 2)]
    [InlineData(6, 2)]
    public void When_all_are_there_those_share_that_run_or_wait(int count, int share)
    {
        using var pipeline = new PipelineThread(TestContext.Current.CancellationToken);
        var queue = new MeasurementQueue(pipeline, placeCount: 4);
        using var gate = new ManualResetEventSlim();
        for (int index = 0; index < count; index++)
        {
            queue.Add(1, gate.Wait);
        }

        queue.Complete();
        Assert.Equal(share, queue.ShareOf(1, Threads));
        gate.Set();
        pipeline.ServeUntilIdle();
    }

    [Fact]
    public void The_last_one_has_what_the_others_no_longer_need()
    {
        using var pipeline = new PipelineThread(TestContext.Current.CancellationToken);
        var queue = new MeasurementQueue(pipeline, placeCount: 2);
        using var first = new ManualResetEventSlim();
        using var second = new ManualResetEventSlim();
        int share = 0;
        queue.Add(1, first.Wait);
        queue.Add(1, second.Wait);
        queue.Complete();
        first.Set();
        pipeline.ServeUntil(() => (share = queue.ShareOf(1, Threads)) == Threads);
        Assert.Equal(Threads, share);
        second.Set();
        pipeline.ServeUntilIdle();
    }

    [Fact]
    public void A_group_has_the_share_of_all_its_pairs()
    {
        using var pipeline = new PipelineThread(TestContext.Current.CancellationToken);
        var queue = new MeasurementQueue(pipeline, placeCount: 4);
        using var gate = new ManualResetEventSlim();
        queue.Add(2, gate.Wait);
        queue.Add(1, gate.Wait);
        queue.Complete();
        Assert.Equal(5, queue.ShareOf(2, Threads));
        Assert.Equal(2, queue.ShareOf(1, Threads));
        Assert.Equal(1, queue.ShareOf(1, 1));
        gate.Set();
        pipeline.ServeUntilIdle();
    }
}
