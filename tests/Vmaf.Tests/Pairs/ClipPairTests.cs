using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Pairs;

public sealed class ClipPairTests : IDisposable
{
    private static readonly VideoFormat Format = new(16, 8, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Clips_that_fit_make_a_pair()
    {
        using var pair = ClipPair.Open(Write("a", Format, 3), Write("b", Format, 3));
        Assert.Equal(Format, pair.Format);
        Assert.Equal(3, pair.FrameCount);
    }

    [Fact]
    public void Without_a_reference_nothing_may_be_asked_of_it()
    {
        string path = Write("a", Format, 2);
        var crop = new DecodeOptions { Filters = new Dictionary<VideoFilter, string> { [VideoFilter.Crop] = "8:8:0:0" } };
        (ClipPairOptions Options, string Expected)[] refused =
        [
            (new ClipPairOptions { ReferenceSkippedFrames = 1 }, "frames to pass over"),
            (new ClipPairOptions { ReferenceStart = TimeSpan.FromSeconds(1) }, "a time to start at"),
            (new ClipPairOptions { ReferenceProcess = source => source }, "a callback"),
            (new ClipPairOptions { ReferenceDecoding = crop }, "the filter crop"),
            (new ClipPairOptions { ResizeDistorted = ResamplingKernel.Bicubic }, "its size"),
        ];
        foreach ((ClipPairOptions options, string expected) in refused)
        {
            VmafException error = TestVideo.Fails(VmafErrorIds.OptionInvalid, () => ClipPair.OpenDistortedAlone(path, options));
            Assert.Contains(expected, error.Message, StringComparison.Ordinal);
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("25:1", "30:1", "25")]
    [InlineData("30000:1001", "25:1", "30000/1001")]
    [InlineData("25:1", "25001:1000", null)]
    [InlineData("25:1", "0:0", null)]
    public void Different_frame_rates_are_known(string reference, string distorted, string? argument)
    {
        using var pair = ClipPair.Open(WithRate("a", reference), WithRate("b", distorted));
        Assert.Equal(argument, pair.FrameRateDifference?.FilterArgument);
    }

    [Theory]
    [InlineData(VideoFilter.FrameRate)]
    [InlineData(VideoFilter.Select)]
    [InlineData(VideoFilter.Deinterlace)]
    public void Rates_that_a_filter_may_change_are_not_compared(VideoFilter filter)
    {
        var decoding = new DecodeOptions { Filters = new Dictionary<VideoFilter, string> { [filter] = "1" } };
        IFrameSource reference = VideoSource.Open(WithRate("a", "25:1"));
        IFrameSource distorted = VideoSource.Open(WithRate("b", "30:1"));
        using var pair = new ClipPair(reference, distorted, new ClipPairOptions { DistortedDecoding = decoding });
        Assert.Null(pair.FrameRateDifference);
    }

    [Fact]
    public void Exact_numbers_of_frames_need_no_guess()
    {
        using var pair = ClipPair.Open(Write("a", Format, 3), Write("b", Format, 2));
        Assert.Null(pair.FrameCountDifference);
    }

    [Fact]
    public void Different_sizes_are_both_named()
    {
        VmafException error = TestVideo.Fails(VmafErrorIds.SizeMismatch, () => ClipPair.Open(Write("a", Format, 1), Write("b", Format with { Height = 10 }, 1)));
        Assert.Contains("16x8", error.Message, StringComparison.Ordinal);
        Assert.Contains("16x10", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChromaFormat.Yuv422, 8, false)]
    [InlineData(ChromaFormat.Yuv422, 8, true)]
    [InlineData(ChromaFormat.Yuv420, 10, false)]
    public void Different_formats_are_both_named(ChromaFormat chroma, int bitDepth, bool common)
    {
        VideoFormat other = Format with { Chroma = chroma, BitDepth = bitDepth };
        VmafException error = TestVideo.Fails(
            VmafErrorIds.FormatMismatch,
            () => ClipPair.Open(Write("a", Format, 1), Write("b", other, 1), new ClipPairOptions { UseCommonBitDepth = common }));
        Assert.Contains("is yuv420p,", error.Message, StringComparison.Ordinal);
        Assert.Contains($"is {other.PixelFormatName}.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 10)]
    [InlineData(8, 16)]
    [InlineData(10, 12)]
    public void The_common_bit_depth_shifts_samples_left(int lower, int higher)
    {
        VideoFormat low = new(67, 5, ChromaFormat.Yuv444, lower);
        VideoFormat high = low with { BitDepth = higher };
        using var pair = ClipPair.Open(Write("a", high, 2), Write("b", low, 2), new ClipPairOptions { UseCommonBitDepth = true });
        Assert.Equal(high, pair.Format);
        Assert.Equal(high, pair.Distorted.Format);
        byte[] original = TestVideo.PackedFrame(low, 0);
        byte[] lifted = TestVideo.ReadAll(pair.Distorted, TestContext.Current.CancellationToken)[0];
        for (int sample = 0; sample < lifted.Length / 2; sample++)
        {
            int before = lower == 8 ? original[sample] : BitConverter.ToUInt16(original, 2 * sample);
            Assert.Equal(before << (higher - lower), BitConverter.ToUInt16(lifted, 2 * sample));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pair_may_be_closed_twice(bool watches)
    {
        var pair = ClipPair.Open(
            Write("a", Format with { BitDepth = 10 }, 1),
            Write("b", Format, 1),
            new ClipPairOptions { UseCommonBitDepth = true, WatchesDifferences = watches });
        pair.Dispose();
        pair.Dispose();
    }

    [Fact]
    public void Different_lengths_are_reported_not_refused()
    {
        using var pair = ClipPair.Open(Write("a", Format, 5), Write("b", Format, 3));
        Assert.Equal(5, pair.Reference.FrameCount);
        Assert.Equal(3, pair.FrameCount);
    }

    [Fact]
    public void Skips_and_limit_choose_the_frames()
    {
        using var pair = ClipPair.Open(
            Write("a", Format, 6),
            Write("b", Format, 5),
            new ClipPairOptions { ReferenceSkippedFrames = 2, DistortedSkippedFrames = 1, MaximumFrames = 3 });
        Assert.Equal(3, pair.FrameCount);
        Assert.Equal([.. Enumerable.Range(2, 3).Select(frame => TestVideo.PackedFrame(Format, frame))], TestVideo.ReadAll(pair.Reference, TestContext.Current.CancellationToken));
        Assert.Equal([.. Enumerable.Range(1, 3).Select(frame => TestVideo.PackedFrame(Format, frame))], TestVideo.ReadAll(pair.Distorted, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Skips_that_leave_nothing_are_an_error() => TestVideo.Fails(
        VmafErrorIds.NoFrames,
        () => ClipPair.Open(Write("a", Format, 2), Write("b", Format, 2), new ClipPairOptions { DistortedSkippedFrames = 2 }));

    [Fact]
    public void A_range_past_the_end_of_a_pipe_is_empty()
    {
        using var range = new FrameRange(new RawYuvReader(new MemoryStream(TestVideo.Raw(Format, 2)), "pipe", Format), 3);
        Assert.Null(range.FrameCount);
        Assert.Empty(TestVideo.ReadAll(range, TestContext.Current.CancellationToken));
        Assert.False(range.TrySkip(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Standard_input_cannot_be_both() => TestVideo.Fails(VmafErrorIds.FileUnreadable, () => ClipPair.Open("-", "-"));

    [Fact]
    public void Pairs_that_do_not_fit_close_their_files()
    {
        string first = Write("a", Format, 1);
        string second = Write("b", Format with { Width = 18 }, 1);
        TestVideo.Fails(VmafErrorIds.SizeMismatch, () => ClipPair.Open(first, second));
        using FileStream exclusive = File.Open(first, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(exclusive.CanWrite);
    }

    private string Write(string name, VideoFormat format, int frameCount) =>
        _folder.Write($"{name}_{format.Width}x{format.Height}_{format.PixelFormatName}.yuv", TestVideo.Raw(format, frameCount));

    private string WithRate(string name, string rate) =>
        _folder.Write(name + ".y4m", TestVideo.Y4m($"YUV4MPEG2 W{Format.Width} H{Format.Height} F{rate} C420\n", Format, 1));
}
