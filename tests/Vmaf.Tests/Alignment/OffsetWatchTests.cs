using System.Text;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Alignment;

public sealed class OffsetWatchTests
{
    private static readonly VideoFormat Format = new(64, 36, ChromaFormat.Yuv400, 8);

    private static Y4mReader Scroll(int firstFrame, int framesPerSecond = 25)
    {
        IEnumerable<byte> header = Encoding.ASCII.GetBytes($"YUV4MPEG2 W{Format.Width} H{Format.Height} F{framesPerSecond}:1 Cmono\n");
        IEnumerable<byte> frames = Enumerable.Range(firstFrame, 12).SelectMany(frame => (byte[])
        [
            .. "FRAME\n"u8,
            .. from y in Enumerable.Range(0, Format.Height)
               from x in Enumerable.Range(0, Format.Width)
               select (byte)(128 + (100 * Math.Sin(((x + (5 * frame)) * 0.11) + (y * 0.05)))),
        ]);
        return new Y4mReader(new MemoryStream([.. header, .. frames]), "scroll");
    }

    [Theory]
    [InlineData(3, -3)]
    [InlineData(0, 0)]
    public void A_pair_tells_a_shift_from_the_frames_that_were_read(int firstFrame, int offset)
    {
        using var pair = new ClipPair(Scroll(0), Scroll(firstFrame), new ClipPairOptions { WatchesOffset = true });
        Assert.Null(pair.FindOffset());
        TestVideo.ReadAll(pair.Reference, TestContext.Current.CancellationToken);
        TestVideo.ReadAll(pair.Distorted, TestContext.Current.CancellationToken);
        OffsetMatch match = pair.FindOffset()!;
        Assert.Equal(offset, match.OffsetFrames);
        Assert.Equal(offset != 0, match.IsClearlyShifted);
    }

    [Fact]
    public void A_shift_between_different_rates_means_nothing()
    {
        using var pair = new ClipPair(Scroll(0), Scroll(3, framesPerSecond: 30), new ClipPairOptions { WatchesOffset = true });
        TestVideo.ReadAll(pair.Reference, TestContext.Current.CancellationToken);
        TestVideo.ReadAll(pair.Distorted, TestContext.Current.CancellationToken);
        Assert.NotNull(pair.FrameRateDifference);
        Assert.Null(pair.FindOffset());
    }

    [Fact]
    public void Nothing_is_watched_unless_asked()
    {
        using var pair = new ClipPair(Scroll(0), Scroll(3));
        TestVideo.ReadAll(pair.Reference, TestContext.Current.CancellationToken);
        TestVideo.ReadAll(pair.Distorted, TestContext.Current.CancellationToken);
        Assert.Null(pair.FindOffset());
    }
}
