using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class RawVideoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [CombinatorialFormats]
    public void Every_format_is_read_from_file_and_stream(VideoFormat format)
    {
        byte[] bytes = TestVideo.Raw(format, 3);
        byte[][] expected = [TestVideo.PackedFrame(format, 0), TestVideo.PackedFrame(format, 1), TestVideo.PackedFrame(format, 2)];
        var hints = new RawVideoHints(format.Width, format.Height, format.Chroma, format.BitDepth);

        using IFrameSource file = VideoSource.Open(_folder.Write("clip.yuv", bytes), hints);
        Assert.Equal(format, file.Format);
        Assert.Equal(3, file.FrameCount);
        Assert.Equal(expected, TestVideo.ReadAll(file, TestContext.Current.CancellationToken));

        using IFrameSource pipe = VideoSource.Open(new DribblingStream(bytes), "pipe", hints);
        Assert.Null(pipe.FrameCount);
        Assert.True(pipe.TrySkip(TestContext.Current.CancellationToken));
        Assert.Equal(expected[1..], TestVideo.ReadAll(pipe, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("clip_1920x1080_yuv420p10le.yuv", 1920, 1080, ChromaFormat.Yuv420, 10)]
    [InlineData("CLIP_1920X1080_YUV422P10LE.YUV", 1920, 1080, ChromaFormat.Yuv422, 10)]
    [InlineData("src01_hrc00_576x324.yuv420p10le.yuv", 576, 324, ChromaFormat.Yuv420, 10)]
    [InlineData("src01_hrc00_576x324.yuv444p.yuv", 576, 324, ChromaFormat.Yuv444, 8)]
    [InlineData("image_100007_noisy_481x321_yuv444p.yuv", 481, 321, ChromaFormat.Yuv444, 8)]
    [InlineData("foo_720x480.yuv", 720, 480, null, null)]
    [InlineData("foo_720x480_10bit.yuv", 720, 480, null, 10)]
    [InlineData("foo_720x480_60fps_444p12.yuv", 720, 480, ChromaFormat.Yuv444, 12)]
    [InlineData("foo_720x480_422_12b.yuv", 720, 480, ChromaFormat.Yuv422, 12)]
    [InlineData("foo-352x288-420-10-bit.yuv", 352, 288, ChromaFormat.Yuv420, 10)]
    [InlineData("park_joy_420_720p50_480x270.yuv", 480, 270, ChromaFormat.Yuv420, null)]
    [InlineData("x_gray10le_64x64.raw", 64, 64, ChromaFormat.Yuv400, 10)]
    [InlineData("x_64x64_gray.raw", 64, 64, ChromaFormat.Yuv400, 8)]
    [InlineData("gray_owl_64x64.yuv", 64, 64, null, null)]
    [InlineData("x_yuvj420p_64x64.yuv", 64, 64, ChromaFormat.Yuv420, 8)]
    [InlineData("from_1920x1080_to_960x540.yuv", 960, 540, null, null)]
    [InlineData("greyhound_1420x888.yuv", 1420, 888, null, null)]
    [InlineData("holiday.yuv", null, null, null, null)]
    public void Names_tell_size_and_format(string name, int? width, int? height, ChromaFormat? chroma, int? bitDepth) =>
        Assert.Equal(new RawVideoHints(width, height, chroma, bitDepth), RawVideoNaming.Parse(Path.Combine("a_1x1_420p9", name)));

    [Theory]
    [InlineData("gray", ChromaFormat.Yuv400, 8)]
    [InlineData("GRAY", ChromaFormat.Yuv400, 8)]
    [InlineData("gray8", ChromaFormat.Yuv400, 8)]
    [InlineData("gray10le", ChromaFormat.Yuv400, 10)]
    [InlineData("yuv422p12le", ChromaFormat.Yuv422, 12)]
    [InlineData("420p10", ChromaFormat.Yuv420, 10)]
    [InlineData("grey", null, null)]
    public void Pixel_formats_are_told_by_their_names(string name, ChromaFormat? chroma, int? bitDepth) =>
        Assert.Equal(new RawVideoHints(Chroma: chroma, BitDepth: bitDepth), RawVideoNaming.ParsePixelFormat(name));

    [Theory]
    [CombinatorialFormats]
    public void Every_format_has_a_name_that_is_read_back(VideoFormat format) =>
        Assert.Equal(new RawVideoHints(Chroma: format.Chroma, BitDepth: format.BitDepth), RawVideoNaming.ParsePixelFormat(format.PixelFormatName));

    [Fact]
    public void A_name_that_says_big_endian_is_refused() => TestVideo.Fails(
        VmafErrorIds.FormatUnsupported,
        () => RawVideoNaming.Parse("clip_16x16_yuv420p10be.yuv"));

    [Fact]
    public void Size_in_the_name_without_format_means_8_bit_420()
    {
        var format = new VideoFormat(16, 8, ChromaFormat.Yuv420, 8);
        using IFrameSource source = VideoSource.Open(_folder.Write("clip_16x8.yuv", TestVideo.Raw(format, 2)));
        Assert.Equal(format, source.Format);
    }

    [Fact]
    public void Hints_win_over_the_name()
    {
        var format = new VideoFormat(8, 16, ChromaFormat.Yuv444, 10);
        string path = _folder.Write("clip_16x8_yuv420p.yuv", TestVideo.Raw(format, 2));
        using IFrameSource source = VideoSource.Open(path, new RawVideoHints(8, 16, ChromaFormat.Yuv444, 10));
        Assert.Equal(format, source.Format);
    }

    [Fact]
    public void Unknown_size_lists_the_common_ones_that_fit()
    {
        string path = _folder.Write("holiday.yuv", new byte[352 * 288 * 3 / 2 * 7]);
        VmafException error = TestVideo.Fails(VmafErrorIds.RawFormatUnknown, () => VideoSource.Open(path));
        Assert.Contains("352x288 yuv420p (7 frames)", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_that_does_not_fit_says_by_how_much_and_what_would()
    {
        string path = _folder.Write("clip_16x8_yuv420p.yuv", new byte[16 * 8 * 3]);
        string cut = _folder.Write("clip_16x8_420.yuv", new byte[1000]);
        TestVideo.Fails(VmafErrorIds.RawLengthMismatch, () => VideoSource.Open(path, new RawVideoHints(BitDepth: 12, Chroma: ChromaFormat.Yuv422)));
        VmafException error = TestVideo.Fails(VmafErrorIds.RawLengthMismatch, () => VideoSource.Open(cut));
        Assert.Contains("1000 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("5 frames would be 960 bytes, 6 frames 1152", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_that_ends_inside_a_frame_is_an_error()
    {
        var format = new VideoFormat(16, 8, ChromaFormat.Yuv420, 8);
        using var reader = new RawYuvReader(new DribblingStream(TestVideo.Raw(format, 2)[..^1]), "pipe", format);
        VmafException error = TestVideo.Fails(VmafErrorIds.TruncatedFrame, () => TestVideo.ReadAll(reader));
        Assert.Contains("frame 1: 191 of 192 bytes", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 8, 8)]
    [InlineData(16, -1, 8)]
    [InlineData(16, 8, 7)]
    [InlineData(16, 8, 17)]
    [InlineData(40000, 8, 8)]
    public void Impossible_formats_are_refused(int width, int height, int bitDepth) => TestVideo.Fails(
        VmafErrorIds.FormatUnsupported,
        () => new RawYuvReader(new MemoryStream([1]), "m", new VideoFormat(width, height, ChromaFormat.Yuv420, bitDepth)).Dispose());
}
