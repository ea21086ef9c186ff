using System.Text;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Inspection;
using Vmaf.Engine.Video;
using Vmaf.Tests.Decoding;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Inspection;

public sealed class VideoInspectorTests : IDisposable
{
    private const string Alone = """
        "start_time": "0.0", "duration": "4", "size": "2500", "nb_streams": 1
        """;

    private static readonly VideoFormat Small = new(64, 48, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_y4m_file_describes_itself()
    {
        string path = _folder.Write("clip.y4m", TestVideo.Y4m("YUV4MPEG2 W64 H48 F30000:1001 It C420jpeg XCOLORRANGE=FULL\n", Small, 5));
        VideoDescription video = Inspect(path);
        Assert.Equal((VideoKind.Y4m, Small), (video.Kind, video.Format));
        Assert.Equal((5, true), (video.FrameCount, video.IsFrameCountExact));
        Assert.Equal(new FrameRate(30000, 1001), video.FrameRate);
        Assert.Equal(5 * 1001 / 30000.0, video.Duration!.Value.TotalSeconds, 6);
        Assert.Equal(ColorRange.Full, video.ColorRange);
        Assert.True(video.IsInterlaced);
        Assert.Equal(new FileInfo(path).Length, video.LengthInBytes);
        Assert.Equal(64 * 48 * 1.5 * 8 * 30000 / 1001 / 1000, video.KilobitsPerSecond!.Value, 9);
    }

    [Fact]
    public void A_raw_file_is_what_its_name_or_the_hints_say()
    {
        var format = new VideoFormat(64, 48, ChromaFormat.Yuv422, 10);
        string path = _folder.Write("clip_64x48_yuv422p10le.yuv", TestVideo.Raw(format, 3));
        VideoDescription video = Inspect(path);
        Assert.Equal((VideoKind.Raw, format, 3), (video.Kind, video.Format!.Value, video.FrameCount));
        Assert.Null(video.FrameRate);
        Assert.Null(video.Duration);
        Assert.Null(video.KilobitsPerSecond);
        Assert.Equal("yuv422p10le", video.PixelFormatName);
    }

    [Fact]
    public void What_cannot_be_read_is_an_error_that_says_why()
    {
        string cut = _folder.Write("clip_64x48_yuv420p.yuv", TestVideo.Raw(Small, 2)[1..]);
        TestVideo.Fails(VmafErrorIds.RawLengthMismatch, () => Inspect(cut));
        TestVideo.Fails(VmafErrorIds.RawFormatUnknown, () => Inspect(_folder.Write("clip.yuv", TestVideo.Raw(Small, 2))));
        TestVideo.Fails(VmafErrorIds.FileEmpty, () => Inspect(_folder.Write("empty.mp4", [])));
        TestVideo.Fails(VmafErrorIds.FileNotFound, () => Inspect(Path.Combine(_folder.FullPath, "none.y4m")));
        TestVideo.Fails(VmafErrorIds.Y4mMalformed, () => Inspect(_folder.Write("bad.y4m", Encoding.ASCII.GetBytes("YUV4MPEG2 W64\n"))));
    }

    [Fact]
    public void Frames_of_an_encoded_file_are_counted_on_request()
    {
        // Matroska does not state a number of frames.
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 7);
        VideoDescription glance = Inspect(path);
        Assert.Equal((VideoKind.Encoded, Small, "ffv1"), (glance.Kind, glance.Format!.Value, glance.CodecName));
        Assert.Null(glance.FrameCount);
        Assert.Equal(new FrameRate(25, 1), glance.FrameRate);
        Assert.Equal(7 / 25.0, glance.Duration!.Value.TotalSeconds, 3);
        Assert.Contains("matroska", glance.ContainerName, StringComparison.Ordinal);
        VideoDescription counted = Count(path);
        Assert.Equal((7, true), (counted.FrameCount, counted.IsFrameCountExact));
    }

    [Fact]
    public void The_bitrate_of_an_encoded_file_is_that_of_its_frames()
    {
        string stated = Ffmpeg.Encode(_folder, "clip.mp4", Small, 10, "-c:v", "mpeg4", "-f", "mp4");
        string withSound = Path.Combine(_folder.FullPath, "sound.mkv");
        Ffmpeg.Run("-i", stated, "-f", "lavfi", "-i", "sine", "-c:v", "copy", "-c:a", "pcm_s16le", "-t", "0.4", withSound);
        double bitrate = Inspect(stated).KilobitsPerSecond!.Value;
        Assert.InRange(bitrate, 1, new FileInfo(stated).Length * 8 / 0.4 / 1000);
        Assert.Equal(bitrate, Count(stated).KilobitsPerSecond!.Value, 1);

        // Matroska states nothing, and the size of the file is that of the sound too.
        Assert.Null(Inspect(withSound).KilobitsPerSecond);
        Assert.InRange(Count(withSound).KilobitsPerSecond!.Value, bitrate * 0.9, bitrate * 1.1);

        // A bare stream states not even how long it plays.
        string bare = Ffmpeg.Encode(_folder, "bare.mpg", Small, 10, "-c:v", "mpeg2video", "-f", "mpeg2video");
        Assert.Null(Inspect(bare).KilobitsPerSecond);
        Assert.Equal(0.4, Count(bare).Duration!.Value.TotalSeconds, 3);
        Assert.Equal(new FileInfo(bare).Length * 8 / 0.4 / 1000, Count(bare).KilobitsPerSecond!.Value, 3);
    }

    [Theory]
    [InlineData("""
        "bit_rate": "2000", "duration": "4",
        """, Alone, 2.0)]
    [InlineData("""
        "bit_rate": "2000",
        """, Alone, 5.0)]
    [InlineData("""
        "bit_rate": "N/A",
        """, Alone, 5.0)]
    [InlineData("""
        "bit_rate": "104857200", "duration": "2",
        """, Alone, 10.0)]
    [InlineData("""
        "tags": {"BPS": "3000"},
        """, """
        "start_time": "0.0", "duration": "4", "size": "2500", "nb_streams": 2, "tags": {"ENCODER": "libebml v1.4.4 + libmatroska v1.7.1"}
        """, 3.0)]
    [InlineData("""
        "tags": {"BPS-eng": "4000"},
        """, """
        "start_time": "0.0", "duration": "4", "size": "2500", "nb_streams": 1, "tags": {"encoder": "libmakemkv v1.17.0"}
        """, 4.0)]
    [InlineData("""
        "tags": {"BPS": "3000"},
        """, """
        "start_time": "0.0", "duration": "4", "size": "2500", "nb_streams": 1, "tags": {"ENCODER": "Lavf59.27.100"}
        """, 5.0)]
    [InlineData("", """
        "start_time": "3.0", "duration": "7", "size": "2500", "nb_streams": 1
        """, 5.0)]
    [InlineData("", """
        "start_time": "0.0", "duration": "4", "size": "2500", "nb_streams": 2
        """, null)]
    [InlineData("""
        "bit_rate": "104857200", "duration": "0.0002",
        """, """
        "duration": "0.0002", "size": "2500", "nb_streams": 1
        """, null)]
    public void Of_what_a_file_states_of_its_rate_what_can_be_true_counts(string ofStream, string ofFile, double? kilobits)
    {
        VideoProbe probe = Ffprobe.Parse(
            "a.mkv",
            $$"""{"streams": [{"index": 0, "codec_type": "video", {{ofStream}} "width": 64, "height": 48, "pix_fmt": "yuv420p"}], "format": { {{ofFile}} } }""");
        Assert.Equal(kilobits, probe.KilobitsPerSecond);
    }

    [Fact]
    public void A_rate_that_was_copied_from_the_source_is_not_believed()
    {
        string source = Ffmpeg.Encode(_folder, "source.mkv", Small, 10, "-metadata:s:v", "BPS=5000000");
        string encode = Path.Combine(_folder.FullPath, "encode.mkv");
        Ffmpeg.Run("-i", source, "-c:v", "mpeg4", "-q:v", "31", encode);
        Assert.Equal(new FileInfo(encode).Length * 8 / 0.4 / 1000, Inspect(encode).KilobitsPerSecond!.Value, 3);
    }

    [Theory]
    [InlineData("later.mkv", "-itsoffset", "3")]
    [InlineData("later.mp4", "-itsoffset", "3")]
    [InlineData("sound.mkv", "-f", "lavfi", "-i", "sine=d=8", "-c:a", "aac")]
    [InlineData("sound.flv", "-f", "lavfi", "-i", "sine=d=8", "-c:a", "aac")]
    public void Counted_frames_play_for_as_long_as_they_span(string name, params string[] arguments)
    {
        bool isFlash = name.EndsWith(".flv", StringComparison.Ordinal);
        string frames = Ffmpeg.Encode(_folder, isFlash ? "frames.flv" : "frames.mkv", Small, 30, "-c:v", isFlash ? "flv1" : "mpeg4");
        VideoDescription expected = Count(frames);
        Assert.Equal(1.2, expected.Duration!.Value.TotalSeconds, 2);
        string path = Path.Combine(_folder.FullPath, name);
        string[] inputs = arguments[0] == "-itsoffset" ? [.. arguments, "-i", frames] : ["-i", frames, .. arguments];
        Ffmpeg.Run([.. inputs, "-c:v", "copy", path]);
        VideoDescription counted = Count(path);
        Assert.Equal((30, true), (counted.FrameCount, counted.IsFrameCountExact));
        Assert.Equal(1.2, counted.Duration!.Value.TotalSeconds, 2);
        Assert.InRange(counted.KilobitsPerSecond!.Value, 0.97 * expected.KilobitsPerSecond!.Value, 1.03 * expected.KilobitsPerSecond.Value);
    }

    [Fact]
    public void Frames_that_an_edit_list_cuts_away_are_not_counted()
    {
        string whole = Ffmpeg.Encode(_folder, "whole.mp4", Small, 30, "-c:v", "mpeg4", "-g", "250", "-sc_threshold", "1000000000");
        string cut = Path.Combine(_folder.FullPath, "cut.mp4");
        Ffmpeg.Run("-ss", "0.52", "-i", whole, "-c", "copy", cut);
        Assert.Equal(30, Inspect(whole).FrameCount);
        Assert.Null(Inspect(cut).FrameCount);
        VideoDescription counted = Count(cut);
        Assert.Equal(Ffmpeg.Raw(cut).Length / Small.FrameSizeInBytes, counted.FrameCount);
        Assert.Equal(counted.FrameCount!.Value / 25.0, counted.Duration!.Value.TotalSeconds, 3);
        Assert.InRange(counted.FrameCount.Value, 16, 18);
    }

    [Theory]
    [InlineData("0.04,0.04,17,K__", 0.04, 0.04, 17)]
    [InlineData("N/A,N/A,18,_", null, null, 18)]
    [InlineData("-0.5,0.000000,19,K_,side,data", -0.5, null, 19)]
    public void Packets_have_times_where_the_file_has(string line, double? seconds, double? length, long size) =>
        Assert.Equal(new VideoPacket(seconds, length, size), Ffprobe.ParsePacket(line));

    [Theory]
    [InlineData("")]
    [InlineData("0.04,0.04")]
    [InlineData("-0.5,0.04,19,KD_")]
    [InlineData("-0.5,0.04,19,_D,")]
    public void What_is_not_shown_is_no_packet(string line) => Assert.Null(Ffprobe.ParsePacket(line));

    [Theory]
    [InlineData("m1v", "mpeg1video", "mpeg1video")]
    [InlineData("m2v", "mpeg2video", "mpeg2video")]
    [InlineData("mjpeg", "mjpeg", "mjpeg")]
    [InlineData("MJPG", "mjpeg", "mjpeg")]
    [InlineData("vob", "mpeg2video", "vob")]
    [InlineData("m4v", "mpeg4", "m4v")]
    [InlineData("nut", "ffv1", "nut")]
    public void Bare_streams_are_encoded_videos(string extension, string codec, string muxer)
    {
        string path = Ffmpeg.Encode(_folder, "clip." + extension, Small, 10, "-c:v", codec, "-f", muxer);
        VideoDescription video = Count(path);
        Assert.Equal((VideoKind.Encoded, codec, 10), (video.Kind, video.CodecName, video.FrameCount));
        Assert.Equal(0.4, video.Duration!.Value.TotalSeconds, 2);
        Assert.InRange(video.KilobitsPerSecond!.Value, 0.9 * new FileInfo(path).Length * 8 / 0.4 / 1000, 1.001 * new FileInfo(path).Length * 8 / 0.4 / 1000);
    }

    [Fact]
    public void A_stated_size_makes_no_raw_video_of_a_bare_stream()
    {
        var hints = new RawVideoHints { Width = 64, Height = 48 };
        string stream = Ffmpeg.Encode(_folder, "clip.m2v", Small, 10, "-c:v", "mpeg2video", "-f", "mpeg2video");
        Assert.Equal(VideoKind.Encoded, VideoInspector.Inspect(stream, hints, cancellationToken: TestContext.Current.CancellationToken).Kind);

        // The first samples of a picture may be those of a start code.
        byte[] frames = TestVideo.Raw(Small, 2);
        (frames[0], frames[1], frames[2]) = (0, 0, 1);
        string raw = _folder.Write("clip_64x48.yuv", frames);
        Assert.Equal(VideoKind.Raw, Inspect(raw).Kind);
    }

    [Theory]
    [InlineData("smpte2084", DynamicRange.PerceptualQuantizer)]
    [InlineData("arib-std-b67", DynamicRange.HybridLogGamma)]
    [InlineData("bt709", DynamicRange.Standard)]
    public void Transfer_functions_say_what_is_hdr(string transfer, DynamicRange range)
    {
        VideoProbe probe = Ffprobe.Parse(
            "a.mp4",
            """{"streams": [{"index": 0, "codec_type": "video", "width": 64, "height": 48, "pix_fmt": "yuv420p10le", "color_transfer": "?"}], "format": {"format_name": "mov,mp4", "start_time": "0.0", "duration": "2.5"}}"""
                .Replace("?", transfer, StringComparison.Ordinal));
        Assert.Equal(range, probe.DynamicRange);
        Assert.Equal(TimeSpan.FromSeconds(2.5), probe.Duration);
        Assert.Equal("mov,mp4", probe.ContainerName);
        Assert.Equal(range != DynamicRange.Standard, probe.Warnings().Any());
    }

    private static VideoDescription Count(string path) =>
        VideoInspector.Inspect(path, countsFrames: true, cancellationToken: TestContext.Current.CancellationToken);

    private static VideoDescription Inspect(string path) =>
        VideoInspector.Inspect(path, cancellationToken: TestContext.Current.CancellationToken);
}
