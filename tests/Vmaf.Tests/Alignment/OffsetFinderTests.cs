using Vmaf.Engine.Alignment;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Alignment;

public sealed class OffsetFinderTests
{
    /// <summary>A bright disc that wanders over a gradient, with noise of the given strength.</summary>
    private static byte[] Moving(VideoFormat format, int firstFrame, int frameCount, int noise)
    {
        var random = new Random(7);
        var bytes = new List<byte>();
        for (int n = firstFrame; n < firstFrame + frameCount; n++)
        {
            double centreX = format.Width * (0.5 + (0.4 * Math.Sin(n * 0.23)));
            double centreY = format.Height * (0.5 + (0.4 * Math.Cos(n * 0.31)));
            for (int y = 0; y < format.Height; y++)
            {
                for (int x = 0; x < format.Width; x++)
                {
                    double distance = Math.Sqrt(((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)));
                    int sample = (distance < format.Height / 5.0 ? 200 : 40 + x) + random.Next(-noise, noise + 1);
                    bytes.Add((byte)Math.Clamp(sample, 0, 255));
                }
            }

            bytes.AddRange(Enumerable.Repeat((byte)128, (int)(format.FrameSizeInBytes - (format.Width * format.Height))));
        }

        return [.. bytes];
    }

    private static RawYuvReader Source(VideoFormat format, int firstFrame, int frameCount, int noise = 0) =>
        new(new MemoryStream(Moving(format, firstFrame, frameCount, noise)), "moving", format);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(7)]
    [InlineData(-12)]
    public void A_shift_is_found_in_spite_of_noise_and_another_size(int offset)
    {
        using RawYuvReader reference = Source(new VideoFormat(96, 64, ChromaFormat.Yuv420, 8), 20, 40);
        using RawYuvReader distorted = Source(new VideoFormat(96, 64, ChromaFormat.Yuv420, 8), 20 - offset, 40, noise: 12);
        OffsetMatch match = OffsetFinder.Find(reference, distorted, 15, 25, TestContext.Current.CancellationToken);
        Assert.Equal(offset, match.OffsetFrames);
        Assert.Equal(offset != 0, match.IsClearlyShifted);
    }

    [Fact]
    public void A_still_picture_has_no_offset()
    {
        var format = new VideoFormat(33, 17, ChromaFormat.Yuv400, 8);
        byte[] still = [.. Enumerable.Repeat(TestVideo.PackedFrame(format, 1), 20).SelectMany(frame => frame)];
        OffsetMatch match = OffsetFinder.Find(
            new RawYuvReader(new MemoryStream(still), "a", format), new RawYuvReader(new MemoryStream(still), "b", format), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((0, 0.0, false), (match.OffsetFrames, match.Distance, match.IsClearlyShifted));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 40)]
    [InlineData(500, 2)]
    public void Pictures_smaller_than_the_grid_have_a_signature(int width, int height)
    {
        VideoFrame frame = VideoFrame.Allocate(new VideoFormat(width, height, ChromaFormat.Yuv400, 10));
        for (int y = 0; y < height; y++)
        {
            frame.Luma.RowWords(y).Fill(900);
        }

        Assert.Equal(0, new FrameSignature(frame.Luma).DistanceTo(new FrameSignature(frame.Luma)));
        frame.Release();
    }

    [Fact]
    public void A_video_without_frames_is_an_error()
    {
        var format = new VideoFormat(8, 8, ChromaFormat.Yuv400, 8);
        using var empty = new RawYuvReader(new MemoryStream(), "empty", format);
        using var other = new RawYuvReader(new MemoryStream(new byte[64]), "other", format);
        TestVideo.Fails(VmafErrorIds.NoFrames, () => OffsetFinder.Find(other, empty));
    }
}
