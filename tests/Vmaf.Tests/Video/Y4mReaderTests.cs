using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class Y4mReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, ChromaFormat, int> ChromaTags => new()
    {
        { "", ChromaFormat.Yuv420, 8 },
        { " C420", ChromaFormat.Yuv420, 8 },
        { " C420jpeg", ChromaFormat.Yuv420, 8 },
        { " C420mpeg2 XYSCSS=420MPEG2", ChromaFormat.Yuv420, 8 },
        { " C420paldv", ChromaFormat.Yuv420, 8 },
        { " C422", ChromaFormat.Yuv422, 8 },
        { " C444", ChromaFormat.Yuv444, 8 },
        { " Cmono", ChromaFormat.Yuv400, 8 },
        { " C420p9", ChromaFormat.Yuv420, 9 },
        { " C420p10 XYSCSS=420P10", ChromaFormat.Yuv420, 10 },
        { " XYSCSS=420P10", ChromaFormat.Yuv420, 10 },
        { " C420p12", ChromaFormat.Yuv420, 12 },
        { " C420p14", ChromaFormat.Yuv420, 14 },
        { " C420p16", ChromaFormat.Yuv420, 16 },
        { " C422p10", ChromaFormat.Yuv422, 10 },
        { " C422p12", ChromaFormat.Yuv422, 12 },
        { " C422p16", ChromaFormat.Yuv422, 16 },
        { " C444p10", ChromaFormat.Yuv444, 10 },
        { " C444p12", ChromaFormat.Yuv444, 12 },
        { " C444p16", ChromaFormat.Yuv444, 16 },
        { " Cmono9", ChromaFormat.Yuv400, 9 },
        { " Cmono10", ChromaFormat.Yuv400, 10 },
        { " Cmono12", ChromaFormat.Yuv400, 12 },
        { " Cmono16", ChromaFormat.Yuv400, 16 },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(ChromaTags))]
    public void Every_chroma_format_is_read_from_file_and_stream(string tag, ChromaFormat chroma, int bitDepth)
    {
        foreach ((int width, int height) in new[] { (64, 4), (33, 7), (1, 1), (130, 3), (1024, 2) })
        {
            var format = new VideoFormat(width, height, chroma, bitDepth);
            byte[] bytes = TestVideo.Y4m($"YUV4MPEG2 W{width} H{height} F30000:1001 Ip A1:1{tag}\n", format, 3);
            byte[][] expected = [TestVideo.PackedFrame(format, 0), TestVideo.PackedFrame(format, 1), TestVideo.PackedFrame(format, 2)];

            using IFrameSource file = VideoSource.Open(_folder.Write("clip.y4m", bytes));
            Assert.Equal(format, file.Format);
            Assert.Equal(3, file.FrameCount);
            Assert.Equal(expected, TestVideo.ReadAll(file, TestContext.Current.CancellationToken));

            using var stream = new Y4mReader(new DribblingStream(bytes), "pipe");
            Assert.Equal(format, stream.Format);
            Assert.Null(stream.FrameCount);
            Assert.Equal(expected, TestVideo.ReadAll(stream, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Header_tags_are_kept_where_useful_and_tolerated_where_not()
    {
        var format = new VideoFormat(4, 2, ChromaFormat.Yuv420, 8);
        byte[] bytes = TestVideo.Y4m("YUV4MPEG2 H2 W4  F25:1 It A0:0 C420jpeg XCOLORRANGE=FULL Xanything Znew\n", format, 1);
        using var reader = new Y4mReader(new MemoryStream(bytes), "m");
        Assert.Equal(new FrameRate(25, 1), reader.Header.FrameRate);
        Assert.Equal(25.0, reader.Header.FrameRate!.Value.FramesPerSecond);
        Assert.Equal('t', reader.Header.Interlacing);
        Assert.Equal(ColorRange.Full, reader.Header.ColorRange);
        Assert.Equal("420jpeg", reader.Header.ChromaTag);
    }

    [Fact]
    public void Unknown_frame_rate_is_null()
    {
        var format = new VideoFormat(4, 2, ChromaFormat.Yuv420, 8);
        using var reader = new Y4mReader(new MemoryStream(TestVideo.Y4m("YUV4MPEG2 W4 H2 F0:0\n", format, 1)), "m");
        Assert.Null(reader.Header.FrameRate);
        Assert.Equal('?', reader.Header.Interlacing);
    }

    [Fact]
    public void Frame_parameters_are_passed_over_and_frames_still_counted()
    {
        var format = new VideoFormat(6, 4, ChromaFormat.Yuv420, 8);
        byte[] bytes = TestVideo.Y4m("YUV4MPEG2 W6 H4\n", format, 4, "FRAME Ixyz Xabc\n");
        using IFrameSource file = VideoSource.Open(_folder.Write("clip.y4m", bytes));
        Assert.Equal(4, file.FrameCount);
        Assert.Equal(4, TestVideo.ReadAll(file, TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public void Skipping_leaves_the_following_frames()
    {
        var format = new VideoFormat(5, 3, ChromaFormat.Yuv422, 10);
        byte[] bytes = TestVideo.Y4m("YUV4MPEG2 W5 H3 C422p10\n", format, 4);
        using IFrameSource file = VideoSource.Open(_folder.Write("clip.y4m", bytes));
        using var pipe = new Y4mReader(new DribblingStream(bytes), "pipe");
        foreach (IFrameSource source in new[] { file, pipe })
        {
            Assert.True(source.TrySkip(TestContext.Current.CancellationToken));
            Assert.True(source.TrySkip(TestContext.Current.CancellationToken));
            Assert.Equal([TestVideo.PackedFrame(format, 2), TestVideo.PackedFrame(format, 3)], TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
            Assert.False(source.TrySkip(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("YUV4MPEG2 W6\n", "no height (H)")]
    [InlineData("YUV4MPEG2 H6\n", "no width (W)")]
    [InlineData("YUV4MPEG2 W0 H6\n", "'W0'")]
    [InlineData("YUV4MPEG2 W-1 H6\n", "'W-1'")]
    [InlineData("YUV4MPEG2 W H6\n", "'W'")]
    [InlineData("YUV4MPEG2 W99999999999999999999 H6\n", "at byte 10")]
    [InlineData("YUV4MPEG2 W4 H4 Fx\n", "frame rate 'Fx'")]
    [InlineData("YUV4MPEG2 W4 H4 F1:2:3\n", "frame rate")]
    [InlineData("YUV4MPEG3 W4 H4\n", "found 'YUV4MPEG3 W4 H4'")]
    [InlineData("YUV4MPEG2X W4 H4\n", "starts with")]
    [InlineData("YUV4MPEG2 W4 H4", "does not end")]
    [InlineData("\x01\x02\n", "\\x01\\x02")]
    public void Malformed_headers_are_named_with_place_and_what_was_found(string header, string expected)
    {
        VmafException error = TestVideo.Fails(
            VmafErrorIds.Y4mMalformed,
            () => new Y4mReader(new MemoryStream(Encoding.ASCII.GetBytes(header)), "clip").Dispose());
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("at byte ", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
    }

    [Theory]
    [InlineData("C411", "4:1:1")]
    [InlineData("C410", "4:1:0")]
    [InlineData("C444alpha", "alpha")]
    [InlineData("C420p11", "C420p11")]
    [InlineData("C420p99999999999", "C420p")]
    [InlineData("Cfoo", "Cfoo")]
    public void Unsupported_chroma_formats_are_named(string tag, string expected)
    {
        VmafException error = TestVideo.Fails(
            VmafErrorIds.FormatUnsupported,
            () => new Y4mReader(new MemoryStream(Encoding.ASCII.GetBytes($"YUV4MPEG2 W4 H4 {tag}\nFRAME\n")), "clip").Dispose());
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("YUV4MPEG2 W2147483647 H2147483647\n")]
    [InlineData("YUV4MPEG2 W32768 H32768 C444p16\n")]
    [InlineData("YUV4MPEG2 W40000 H2\n")]
    public void Huge_pictures_are_refused(string header) => TestVideo.Fails(
        VmafErrorIds.FormatUnsupported,
        () => new Y4mReader(new MemoryStream(Encoding.ASCII.GetBytes(header)), "clip").Dispose());

    [Fact]
    public void A_header_without_line_feed_is_given_up_early()
    {
        byte[] endless = new byte[32 << 20];
        Array.Fill(endless, (byte)'W');
        "YUV4MPEG2 "u8.CopyTo(endless);
        var stream = new MemoryStream(endless);
        VmafException error = TestVideo.Fails(VmafErrorIds.Y4mMalformed, () => new Y4mReader(stream, "clip").Dispose());
        Assert.InRange(stream.Position, 0, 1 << 20);
        Assert.InRange(error.Message.Length, 0, 400);
    }

    [Fact]
    public void A_frame_header_that_is_none_is_named_with_frame_and_byte()
    {
        var format = new VideoFormat(4, 2, ChromaFormat.Yuv420, 8);
        byte[] bytes = [.. TestVideo.Y4m("YUV4MPEG2 W4 H2\n", format, 2), .. "frame\n"u8, .. new byte[12]];
        using var reader = new Y4mReader(new MemoryStream(bytes), "clip");
        VmafException error = TestVideo.Fails(VmafErrorIds.Y4mMalformed, () => TestVideo.ReadAll(reader));
        Assert.Contains("frame 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("at byte 52,", error.Message, StringComparison.Ordinal);
        Assert.Contains("'frame\\x0A'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 4, "420p10", ChromaFormat.Yuv420, true)]
    [InlineData(5, 4, "422p12", ChromaFormat.Yuv422, true)]
    [InlineData(5, 4, "444p10", ChromaFormat.Yuv444, false)]
    [InlineData(4, 5, "420p10", ChromaFormat.Yuv420, false)]
    public void What_ffmpeg_writes_wrongly_is_not_advised_to_be_written_again(int width, int height, string tag, ChromaFormat chroma, bool isMiswritten)
    {
        // ffmpeg's chroma rows of an odd width lack a byte.
        int missing = chroma == ChromaFormat.Yuv422 ? 2 * height : height;
        var format = new VideoFormat(width, height, chroma, int.Parse(tag[^2..], System.Globalization.CultureInfo.InvariantCulture));
        byte[] header = Encoding.ASCII.GetBytes($"YUV4MPEG2 W{width} H{height} C{tag}\n");
        byte[] frame = [.. "FRAME\n"u8, .. new byte[format.FrameSizeInBytes - missing]];
        string expected = $"NAME_{width}x{height}_{format.PixelFormatName}.yuv";
        foreach (byte[] file in new byte[][] { [.. header, .. frame, .. frame], [.. header, .. frame] })
        {
            using var pipe = new Y4mReader(new MemoryStream(file), "clip");
            VmafException ofPipe = Assert.Throws<VmafException>(() => TestVideo.ReadAll(pipe, TestContext.Current.CancellationToken));
            VmafException ofFile = Assert.Throws<VmafException>(() => VideoSource.Open(_folder.Write("clip.y4m", file)));
            Assert.Equal(isMiswritten, ofPipe.Remedy!.Contains(expected, StringComparison.Ordinal));
            Assert.Equal(isMiswritten, ofFile.Remedy!.Contains(expected, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(1, "11 of 12 bytes")]
    [InlineData(12, "0 of 12 bytes")]
    public void A_pipe_that_ends_inside_a_frame_is_an_error(int missing, string expected)
    {
        var format = new VideoFormat(4, 2, ChromaFormat.Yuv420, 8);
        byte[] bytes = TestVideo.Y4m("YUV4MPEG2 W4 H2\n", format, 3)[..^missing];
        using var reader = new Y4mReader(new MemoryStream(bytes), "clip");
        VmafException error = TestVideo.Fails(VmafErrorIds.TruncatedFrame, () => TestVideo.ReadAll(reader));
        Assert.Contains("frame 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(14)]
    public void A_cut_file_is_refused_when_it_is_opened(int missing)
    {
        var format = new VideoFormat(4, 2, ChromaFormat.Yuv420, 8);
        string path = _folder.Write("cut.y4m", TestVideo.Y4m("YUV4MPEG2 W4 H2\n", format, 3)[..^missing]);
        VmafException error = TestVideo.Fails(VmafErrorIds.TruncatedFrame, () => VideoSource.Open(path));
        Assert.Contains("frame 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_without_frames_is_an_empty_file() => TestVideo.Fails(
        VmafErrorIds.FileEmpty,
        () => VideoSource.Open(_folder.Write("none.y4m", [.. "YUV4MPEG2 W4 H2\n"u8])));

    [Fact]
    public void A_sample_above_the_bit_depth_is_named()
    {
        foreach (int width in new[] { 5, 40, 100 })
        {
            var format = new VideoFormat(width, 3, ChromaFormat.Yuv444, 10);
            byte[] bytes = TestVideo.Y4m($"YUV4MPEG2 W{width} H3 C444p10\n", format, 2);
            int sampleOfLastPlane = bytes.Length - (2 * width) + 4;
            (bytes[sampleOfLastPlane], bytes[sampleOfLastPlane + 1]) = (5000 & 255, 5000 >> 8);
            using var reader = new Y4mReader(new MemoryStream(bytes), "clip");
            VmafException error = TestVideo.Fails(VmafErrorIds.SampleOutOfRange, () => TestVideo.ReadAll(reader));
            Assert.Contains("frame 1, plane 2: the sample at (2, 2) is 5000", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_frame_of_another_format_is_refused()
    {
        var format = new VideoFormat(4, 2, ChromaFormat.Yuv420, 8);
        using var reader = new Y4mReader(new MemoryStream(TestVideo.Y4m("YUV4MPEG2 W4 H2\n", format, 1)), "m");
        VideoFrame other = VideoFrame.Allocate(format with { Width = 5 });
        Assert.Throws<ArgumentException>(() => reader.TryRead(other, TestContext.Current.CancellationToken));
        other.Release();
    }

    [Fact]
    public async Task A_read_that_waits_for_its_producer_can_be_cancelled()
    {
        var format = new VideoFormat(64, 64, ChromaFormat.Yuv420, 8);
        using var cancellation = new CancellationTokenSource();
        using var reader = new Y4mReader(new StallingStream(TestVideo.Y4m("YUV4MPEG2 W64 H64\n", format, 1)), "pipe");
        VideoFrame frame = VideoFrame.Allocate(format);
        Assert.True(reader.TryRead(frame, cancellation.Token));
        Task<bool> read = Task.Run(() => reader.TryRead(frame, cancellation.Token), TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        frame.Release();
    }
}
