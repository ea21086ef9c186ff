using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class FramePoolTests
{
    private static readonly VideoFormat Format = new(70, 9, ChromaFormat.Yuv420, 10);

    [Fact]
    public void Frames_come_back_and_are_used_again()
    {
        using var pool = new FramePool(Format, 2);
        VideoFrame first = pool.Rent(TestContext.Current.CancellationToken);
        VideoFrame second = pool.Rent(TestContext.Current.CancellationToken);
        Assert.Equal(2, pool.LentCount);
        first.AddReference();
        first.Release();
        Assert.Equal(2, pool.LentCount);
        first.Release();
        Assert.Equal(1, pool.LentCount);
        Assert.Same(first, pool.Rent(TestContext.Current.CancellationToken));
        first.Release();
        second.Release();
        Assert.Equal(0, pool.LentCount);
        Assert.Throws<ObjectDisposedException>(second.Release);
    }

    [Fact]
    public void Renting_from_an_empty_pool_waits_and_can_be_cancelled()
    {
        using var pool = new FramePool(Format, 1);
        VideoFrame only = pool.Rent(TestContext.Current.CancellationToken);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => pool.Rent(cancelled.Token));
        only.Release();
        pool.Rent(TestContext.Current.CancellationToken).Release();
    }

    [Fact]
    public void Frames_that_come_back_late_are_freed()
    {
        var pool = new FramePool(Format, 1);
        VideoFrame late = pool.Rent(TestContext.Current.CancellationToken);
        pool.Dispose();
        late.Release();
        Assert.Equal(0, pool.LentCount);
    }

    [Fact]
    public void Many_threads_leave_no_frame_lent()
    {
        using var pool = new FramePool(Format, 3);
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            VideoFrame frame = pool.Rent();
            frame.AddReference();
            frame.Release();
            frame.Release();
        });
        Assert.Equal(0, pool.LentCount);
    }

    [Theory]
    [CombinatorialFormats]
    public unsafe void Planes_are_aligned_apart_and_inside_the_frame(VideoFormat format)
    {
        VideoFrame frame = VideoFrame.Allocate(format);
        byte* end = frame.Memory;
        for (int plane = 0; plane < format.PlaneCount; plane++)
        {
            PlaneView view = frame.Plane(plane);
            Assert.Equal(0, (nint)view.Data % 64);
            Assert.Equal(0, view.StrideInBytes % 64);
            Assert.True(view.Data >= end, "planes overlap");
            Assert.True(view.StrideInBytes >= view.Width * view.BytesPerSample, "rows overlap");
            end = view.Data + (view.StrideInBytes * view.Height);
        }

        Assert.Equal(frame.SizeInBytes, end - frame.Memory);
        frame.Release();
    }
}
