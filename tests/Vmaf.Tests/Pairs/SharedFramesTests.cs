using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Pairs;

public sealed class SharedFramesTests
{
    private const int FrameCount = 40;
    private const int MostAhead = 4;

    private static readonly VideoFormat FrameFormat = new(37, 21, ChromaFormat.Yuv420, 10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Every_reader_has_all_frames_and_the_video_is_read_once(int readerCount)
    {
        var source = new CountingSource(FrameCount);
        using var shared = new SharedFrames(source, readerCount);

        List<byte[]>[] read = await Task.WhenAll(shared.Readers.Select(reader => Task.Factory.StartNew(
            () => TestVideo.ReadAll(reader, Token), Token, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        byte[][] expected = [.. Enumerable.Range(0, FrameCount).Select(frame => TestVideo.PackedFrame(FrameFormat, frame))];
        Assert.All(read, frames => Assert.Equal(expected, frames));
        Assert.Equal(FrameCount, source.FramesRead);
    }

    [Fact]
    public async Task Nobody_gets_far_ahead_of_the_slowest()
    {
        var source = new CountingSource(FrameCount);
        using var shared = new SharedFrames(source, 2);
        Task<int> fast = Task.Factory.StartNew(() => SkipAll(shared.Readers[0]), Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(SpinWait.SpinUntil(() => source.FramesRead == MostAhead, TimeSpan.FromSeconds(20)), "the frames that are kept were not read");

        // Time for whoever would wrongly read on.
        await Task.Delay(50, Token);
        Assert.False(fast.IsCompleted);
        Assert.Equal(MostAhead, source.FramesRead);
        Assert.Equal(FrameCount, SkipAll(shared.Readers[1]));
        Assert.Equal(FrameCount, await fast.WaitAsync(TimeSpan.FromSeconds(20), Token));
    }

    [Fact]
    public void A_reader_that_is_closed_holds_nobody_back()
    {
        using var shared = new SharedFrames(new CountingSource(FrameCount), 3);
        Assert.True(shared.Readers[0].TrySkip(Token));
        shared.Readers[0].Dispose();
        shared.Readers[1].Dispose();
        Assert.Equal(FrameCount, SkipAll(shared.Readers[2]));
        Assert.Throws<ObjectDisposedException>(() => shared.Readers[0].TrySkip(Token));
    }

    [Fact]
    public void Nothing_is_read_before_the_first_frame_is_asked_for()
    {
        var source = new CountingSource(FrameCount);
        using (new SharedFrames(source, 2))
        {
            Assert.Equal(0, source.FramesRead);
        }

        Assert.True(source.IsDisposed);
    }

    [Fact]
    public void Readers_tell_what_the_video_tells()
    {
        using var shared = new SharedFrames(new CountingSource(FrameCount), 2);
        Assert.All(shared.Readers, reader =>
        {
            Assert.Equal("clip", reader.Name);
            Assert.Equal(FrameFormat, reader.Format);
            Assert.Null(reader.FrameCount);
            Assert.Equal(new FrameRate(30000, 1001), reader.FrameRate);
            Assert.Equal(ColorRange.Full, reader.ColorRange);
        });
    }

    [Fact]
    public void The_video_stays_open_when_all_readers_are_closed()
    {
        var source = new CountingSource(FrameCount);
        using var shared = new SharedFrames(source, 2);
        Assert.All(shared.Readers, reader => reader.Dispose());
        Assert.False(source.IsDisposed);
    }

    [Fact]
    public async Task A_failure_reaches_every_reader_after_the_frames_before_it()
    {
        using var shared = new SharedFrames(new CountingSource(FrameCount, failsAt: 3), 2);
        int[] counts = await Task.WhenAll(shared.Readers.Select(reader => Task.Run(() => CountUntilFailure(reader), Token)));
        Assert.Equal([3, 3], counts);
    }

    [Fact]
    public void A_reader_that_is_cancelled_leaves_the_frames_of_the_others_whole()
    {
        using var shared = new SharedFrames(new CountingSource(FrameCount), 2);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        // Blocked by the other reader, which has not begun.
        Assert.ThrowsAny<OperationCanceledException>(() => SkipAll(shared.Readers[0], cancellation.Token));
        shared.Readers[0].Dispose();
        Assert.Equal(
            Enumerable.Range(0, FrameCount).Select(frame => TestVideo.PackedFrame(FrameFormat, frame)), TestVideo.ReadAll(shared.Readers[1], Token));
    }

    private static int SkipAll(IFrameSource reader, CancellationToken? cancellationToken = null)
    {
        int count = 0;
        while (reader.TrySkip(cancellationToken ?? Token))
        {
            count++;
        }

        return count;
    }

    private static int CountUntilFailure(IFrameSource reader)
    {
        int count = 0;
        VmafException failure = Assert.Throws<VmafException>(() =>
        {
            while (reader.TrySkip(Token))
            {
                count++;
            }
        });
        Assert.Equal(VmafErrorIds.TruncatedFrame, failure.ErrorId);
        return count;
    }

    private sealed class CountingSource(int frameCount, int failsAt = int.MaxValue) : IFrameSource
    {
        private readonly IFrameSource _inner = VideoSource.Open(
            new MemoryStream(TestVideo.Raw(FrameFormat, frameCount)),
            "clip",
            new RawVideoHints(FrameFormat.Width, FrameFormat.Height, FrameFormat.Chroma, FrameFormat.BitDepth));

        private int _framesRead;

        public int FramesRead => Volatile.Read(ref _framesRead);

        public bool IsDisposed { get; private set; }

        public string Name => "clip";

        public VideoFormat Format => _inner.Format;

        public long? FrameCount => null;

        public FrameRate? FrameRate => new FrameRate(30000, 1001);

        public ColorRange ColorRange => ColorRange.Full;

        public bool TryRead(VideoFrame destination, CancellationToken cancellationToken)
        {
            if (FramesRead == failsAt)
            {
                throw new VmafException(VmafErrorIds.TruncatedFrame, "the clip ends here");
            }

            bool wasThere = _inner.TryRead(destination, cancellationToken);
            _framesRead += wasThere ? 1 : 0;
            return wasThere;
        }

        public bool TrySkip(CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose()
        {
            IsDisposed = true;
            _inner.Dispose();
        }
    }
}
