using Vmaf.Engine.Decoding;
using Vmaf.Engine.Inspection;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Inspection;

public sealed class FrameTimingTests
{
    private static readonly ComparedPart Whole = new(0, null);

    [Fact]
    public void Times_are_put_in_order_and_begin_at_the_first_frame()
    {
        FrameTiming timing = FrameTiming.Find([1.0, 1.12, 1.04, 1.08])!;
        Assert.Equal([0, 0.04, 0.08, 0.12], timing.Times.Select(time => Math.Round(time, 9)));
        Assert.False(timing.IsVariable);
        Assert.Equal(0.04, timing.TypicalSeconds, 9);
    }

    [Theory]
    [InlineData(24000, 1001)]
    [InlineData(30000, 1001)]
    [InlineData(60, 1)]
    [InlineData(240, 1)]
    public void Times_rounded_to_milliseconds_are_constant(int numerator, int denominator) =>
        Assert.False(FrameTiming.Find([.. Enumerable.Range(0, 1000).Select(frame => (double?)Math.Round(frame * (double)denominator / numerator, 3))])!.IsVariable);

    [Fact]
    public void A_lost_frame_of_an_hour_does_not_make_the_rate_variable() =>
        Assert.False(FrameTiming.Find([.. Enumerable.Range(0, 90000).Where(frame => frame != 50).Select(frame => (double?)frame / 25)])!.IsVariable);

    [Fact]
    public void Frames_left_out_and_uneven_frames_make_the_rate_variable()
    {
        Assert.True(Dropping(5).IsVariable);
        Assert.True(FrameTiming.Find([.. Enumerable.Range(0, 100).Select(frame => (double?)((frame / 25.0) + (frame % 2 * 0.015)))])!.IsVariable);
    }

    [Fact]
    public void Too_few_times_and_missing_ones_say_nothing()
    {
        Assert.Null(FrameTiming.Find([]));
        Assert.Null(FrameTiming.Find([0, 1]));
        Assert.Null(FrameTiming.Find([0, 1, null]));
        Assert.Null(FrameTiming.Find([1, 1, 1]));
    }

    [Fact]
    public void Equal_times_are_compared_in_order()
    {
        PairCheck check = VariableRateCheck.Check("FrameRate", Video(Dropping(5)), Video(Dropping(5)), Whole, Whole);
        Assert.Equal(CheckStatus.Passed, check.Status);
        Assert.Contains("same times", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_frame_that_is_shown_at_another_time_is_named()
    {
        VideoDescription constant = Video(timing: null, 50);
        PairCheck check = VariableRateCheck.Check("FrameRate", constant, Video(Dropping(5)), Whole, Whole);
        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Contains("from frame 3 on, 0.120 s of the reference with 0.160 s of the distorted video", check.Message, StringComparison.Ordinal);
        Assert.Contains("frames of 0.040 to 0.080 s", check.Message, StringComparison.Ordinal);
        Assert.Contains("fps=25.", check.Remedy, StringComparison.Ordinal);

        // What is compared begins behind the first frame that was left out.
        check = VariableRateCheck.Check("FrameRate", constant, Video(Dropping(5)), new ComparedPart(4, 4), new ComparedPart(3, 4));
        Assert.Equal(CheckStatus.Passed, check.Status);
    }

    [Fact]
    public void Where_times_are_not_known_different_moments_may_be_compared()
    {
        VideoDescription raw = Video(timing: null, 50) with { FrameRate = null };
        PairCheck check = VariableRateCheck.Check("FrameRate", raw, Video(Dropping(5)), Whole, Whole);
        Assert.Equal(CheckStatus.Warning, check.Status);
        Assert.Contains("The reference does not say its frame rate.", check.Message, StringComparison.Ordinal);
        Assert.Contains("may be compared", check.Message, StringComparison.Ordinal);
    }

    /// <summary>25 frames a second for two seconds, the fourth of every so many left out.</summary>
    private static FrameTiming Dropping(int period) =>
        FrameTiming.Find([.. Enumerable.Range(0, 50).Where(frame => frame % period != 3).Select(frame => (double?)frame / 25)])!;

    private static VideoDescription Video(FrameTiming? timing, int? frameCount = null) => new()
    {
        Path = "clip.mp4",
        Kind = VideoKind.Encoded,
        LengthInBytes = 1,
        Size = new PictureSize(64, 48),
        PixelFormatName = "yuv420p",
        FrameRate = new FrameRate(25, 1),
        FrameCount = frameCount ?? timing?.Times.Count,
        Timing = timing,
        HasVariableFrameRate = timing?.IsVariable == true,
    };
}
