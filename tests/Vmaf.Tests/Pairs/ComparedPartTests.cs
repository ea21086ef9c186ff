using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Pairs;

public sealed class ComparedPartTests
{
    [Theory]
    [InlineData(24, 1, 0.0, 2.0, 0, 48)]
    [InlineData(24, 1, 2.0, 1.0, 48, 24)]
    [InlineData(30000, 1001, 1.0, 1.0, 30, 30)]
    [InlineData(25, 1, 0.1, 0.1, 2, 3)]
    [InlineData(25, 1, 0.06, null, 2, null)]
    [InlineData(25, 1, 0.1, 0.001, 2, 1)]
    public void Times_become_the_nearest_frames_halves_the_even_one(
        int numerator, int denominator, double start, double? duration, long skipped, int? count)
    {
        var options = new ClipPairOptions
        {
            ReferenceStart = TimeSpan.FromSeconds(start),
            Duration = duration is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
        ComparedPart part = ComparedPart.Of("clip", new FrameRate(numerator, denominator), options, VideoSide.Reference);
        Assert.Equal(new ComparedPart(skipped, count), part);
    }

    [Fact]
    public void Skips_and_starts_add_up_and_the_lesser_count_holds()
    {
        var options = new ClipPairOptions
        {
            DistortedSkippedFrames = 3,
            DistortedStart = TimeSpan.FromSeconds(1),
            ReferenceStart = TimeSpan.FromSeconds(9),
            Duration = TimeSpan.FromSeconds(1),
            MaximumFrames = 20,
            FramesPerSecond = 50,
        };
        ComparedPart part = ComparedPart.Of("clip", new FrameRate(25, 1), options, VideoSide.Distorted);
        Assert.Equal(new ComparedPart(28, 20), part);
        Assert.Equal(48, part.End);
        Assert.Equal(new ComparedPart(53, 20), ComparedPart.Of("clip", null, options, VideoSide.Distorted));
    }

    [Fact]
    public void Frames_need_no_frame_rate_and_times_do()
    {
        Assert.Equal(new ComparedPart(5, null), ComparedPart.Of("clip", null, new ClipPairOptions { ReferenceSkippedFrames = 5 }, VideoSide.Reference));
        var options = new ClipPairOptions { Duration = TimeSpan.FromSeconds(1) };
        VmafException error = TestVideo.Fails(VmafErrorIds.FrameRateUnknown, () => ComparedPart.Of("clip.yuv", null, options, VideoSide.Reference));
        Assert.Contains("clip.yuv", error.Message, StringComparison.Ordinal);
    }
}
