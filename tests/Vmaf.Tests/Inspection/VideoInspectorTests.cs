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

        // Matroska states nothing, so that the sound counts unless the frames are counted.
        Assert.InRange(Inspect(withSound).KilobitsPerSecond!.Value, bitrate + 600, double.MaxValue);
        Assert.InRange(Count(withSound).KilobitsPerSecond!.Value, bitrate * 0.9, bitrate * 1.1);

        // A bare stream states not even how long it plays.
        string bare = Ffmpeg.Encode(_folder, "bare.mpg", Small, 10, "-c:v", "mpeg2video", "-f", "mpeg2video");
        Assert.Null(Inspect(bare).KilobitsPerSecond);
        Assert.Equal(0.4, Count(bare).Duration!.Value.TotalSeconds, 3);
        Assert.Equal(new FileInfo(bare).Length * 8 / 0.4 / 1000, Count(bare).KilobitsPerSecond!.Value, 3);
    }

    [Theory]
    [InlineData("\"bit_rate\": \"2000\",", 2)]
    [InlineData("\"tags\": {\"BPS\": \"3000\"},", 3)]
    [InlineData("\"tags\": {\"BPS-eng\": \"4000\"},", 4)]
    [InlineData("\"bit_rate\": \"N/A\",", 5)]
    public void The_stream_counts_before_the_file(string stated, double kilobits)
    {
        VideoProbe probe = Ffprobe.Parse(
            "a.mkv",
            """{"streams": [{"index": 0, "codec_type": "video", ? "width": 64, "height": 48, "pix_fmt": "yuv420p"}], "format": {"bit_rate": "5000"}}"""
                .Replace("?", stated, StringComparison.Ordinal));
        Assert.Equal(kilobits, probe.KilobitsPerSecond);
    }

    [Theory]
    [InlineData("smpte2084", DynamicRange.PerceptualQuantizer)]
    [InlineData("arib-std-b67", DynamicRange.HybridLogGamma)]
    [InlineData("bt709", DynamicRange.Standard)]
    public void Transfer_functions_say_what_is_hdr(string transfer, DynamicRange range)
    {
        VideoProbe probe = Ffprobe.Parse(
            "a.mp4",
            """{"streams": [{"index": 0, "codec_type": "video", "width": 64, "height": 48, "pix_fmt": "yuv420p10le", "color_transfer": "?"}], "format": {"format_name": "mov,mp4", "duration": "2.5"}}"""
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
