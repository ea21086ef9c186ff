using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;
using Xunit;

namespace Vmaf.Tests.Video.Luma;

public sealed class LumaPlaneSourceTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(16)]
    public void A_plane_gives_what_its_samples_give_one_by_one(int bitDepth)
    {
        var format = new VideoFormat(19, 11, ChromaFormat.Yuv422, bitDepth);
        foreach (Func<double, double> function in new Func<double, double>[] { LumaCallbacks.Find("identity"), LumaCallbacks.Find("multiply"), sample => 1 - sample })
        {
            using var bySample = new LumaProcessedSource(Open(format, 3), function);
            using var byPlane = new LumaPlaneSource(Open(format, 3), VideoSide.Reference, (luma, width, height, _) =>
            {
                Assert.Equal((19, 11, 209), (width, height, luma.Length));
                for (int index = 0; index < luma.Length; index++)
                {
                    luma[index] = function(luma[index]);
                }
            });
            Assert.Equal(TestVideo.ReadAll(bySample), TestVideo.ReadAll(byPlane));
        }
    }

    [Fact]
    public void Samples_come_row_after_row_and_frames_that_are_passed_over_count()
    {
        var format = new VideoFormat(5, 4, ChromaFormat.Yuv420, 8);
        byte[] first = TestVideo.PackedFrame(format, 0);
        var frames = new List<long>();
        using var source = new LumaPlaneSource(Open(format, 4), VideoSide.Distorted, (luma, _, _, frame) =>
        {
            frames.Add(frame);
            if (frame == 0)
            {
                Assert.Equal(first[..20].Select(sample => sample / 255.0), luma);
            }
        });
        VideoFrame destination = VideoFrame.Allocate(format);
        Assert.True(source.TryRead(destination));
        Assert.True(source.TrySkip());
        Assert.True(source.TryRead(destination));
        destination.Release();
        Assert.Equal([0, 2], frames);
    }

    [Fact]
    public void A_failure_names_side_file_and_frame()
    {
        var format = new VideoFormat(8, 8, ChromaFormat.Yuv420, 8);
        using var source = new LumaPlaneSource(Open(format, 3), VideoSide.Distorted, (_, _, _, frame) =>
        {
            if (frame == 1)
            {
                throw new InvalidOperationException("no luck");
            }
        });
        VmafException error = TestVideo.Fails(VmafErrorIds.CallbackFailed, () => TestVideo.ReadAll(source));
        Assert.Matches("distorted video 'clip' .* frame 1: no luck", error.Message);
    }

    private static IFrameSource Open(VideoFormat format, int frameCount) => VideoSource.Open(
        new MemoryStream(TestVideo.Raw(format, frameCount)), "clip", new RawVideoHints(format.Width, format.Height, format.Chroma, format.BitDepth));
}
