using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Decoding;

public sealed class DecodeCommandTests
{
    [Fact]
    public void Filters_come_in_the_harnesss_order_whatever_order_they_are_given_in()
    {
        var filters = new Dictionary<VideoFilter, string>
        {
            [VideoFilter.Select] = "not(mod(n\\,2))", [VideoFilter.FrameRate] = "25", [VideoFilter.PixelFormat] = "yuv444p", [VideoFilter.Deinterlace] = "1",
            [VideoFilter.SampleTable] = "y=val", [VideoFilter.Equalizer] = "gamma=1.1", [VideoFilter.GaussianBlur] = "sigma=1", [VideoFilter.Pad] = "iw+2:ih", [VideoFilter.Crop] = "10:10",
        };
        var command = new DecodeCommand("clip.mp4", "yuv420p") { Frames = new FrameInterval(2, 4), Filters = filters, Size = new PictureSize(64, 48), Resampling = ResamplingKernel.Lanczos };
        IReadOnlyList<string> arguments = command.Arguments(Ffmpeg.Tools);
        Assert.Equal(
            @"select=gte(n\,2)*gte(4\,n),setpts=PTS-STARTPTS,crop=10:10,pad=iw+2:ih,scale=64x48,gblur=sigma=1,eq=gamma=1.1,lutyuv=y=val,yadif=1,format=yuv444p,fps=25,select=not(mod(n\,2)),setpts=N*1000/TB",
            After(arguments, "-vf"));
        Assert.Equal("3", After(arguments, "-frames:v"));
        Assert.Equal("lanczos", After(arguments, "-sws_flags"));
        Assert.Equal("file:clip.mp4", After(arguments, "-i"));
        Assert.Equal("-y", arguments[^1]);
    }

    [Fact]
    public void Nothing_is_filtered_unless_asked()
    {
        IReadOnlyList<string> arguments = new DecodeCommand("clip.mp4", "yuv420p").Arguments(Ffmpeg.Tools);
        Assert.Equal("setpts=N*1000/TB", After(arguments, "-vf"));
        Assert.Contains("-noautorotate", arguments);
    }

    [Theory]
    [InlineData("4.4.2", false)]
    [InlineData("5.0.1", false)]
    [InlineData("5.1", true)]
    [InlineData("5.1.9-0+deb12u1", true)]
    [InlineData("7.1", true)]
    [InlineData("8", true)]
    [InlineData("N-118000-g1234567", true)]
    [InlineData("2024-05-01-git", true)]
    public void The_spelling_of_passthrough_follows_the_version(string version, bool hasFpsMode) =>
        Assert.Equal(hasFpsMode, FfmpegTools.HasFpsMode(version));

    [Theory]
    [InlineData("yuv420p", ChromaFormat.Yuv420, 8, "yuv420p")]
    [InlineData("yuvj444p", ChromaFormat.Yuv444, 8, "yuvj444p")]
    [InlineData("yuv422p10be", ChromaFormat.Yuv422, 10, "yuv422p10le")]
    [InlineData("gray12le", ChromaFormat.Yuv400, 12, "gray12le")]
    [InlineData("nv12", ChromaFormat.Yuv420, 8, "yuv420p")]
    [InlineData("p010le", ChromaFormat.Yuv420, 10, "yuv420p10le")]
    [InlineData("p216le", ChromaFormat.Yuv422, 16, "yuv422p16le")]
    public void Pixel_formats_that_only_lie_differently_are_taken(string name, ChromaFormat chroma, int bitDepth, string decoded)
    {
        PlanarPixelFormat format = PlanarPixelFormat.Parse(name)!;
        Assert.Equal((chroma, bitDepth, decoded), (format.Chroma, format.BitDepth, format.DecodedName));
    }

    [Theory]
    [InlineData("rgb24")]
    [InlineData("yuva420p")]
    [InlineData("yuv411p")]
    [InlineData("pal8")]
    [InlineData("gbrp10le")]
    [InlineData("yuyv422")]
    [InlineData("")]
    public void Pixel_formats_that_need_a_conversion_are_not(string name) => Assert.Null(PlanarPixelFormat.Parse(name));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"streams": 5}""")]
    [InlineData("""{"streams": [{"codec_type": "video", "width": 1e99, "height": 2, "pix_fmt": "x"}]}""")]
    public void What_ffprobe_garbles_is_an_error(string json) =>
        TestVideo.Fails("VmafDecoderFailed", () => Ffprobe.Parse("clip.mp4", json));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"streams": []}""")]
    [InlineData("""{"streams": [{"codec_type": "audio"}]}""")]
    [InlineData("""{"streams": [{"codec_type": "video", "width": 64, "height": 48, "pix_fmt": "yuvj420p", "disposition": {"attached_pic": 1}}]}""")]
    public void A_file_without_video_is_an_error(string json) => TestVideo.Fails("VmafNoVideoStream", () => Ffprobe.Parse("clip.mp4", json));

    private static string After(IReadOnlyList<string> arguments, string option) => arguments[arguments.ToList().IndexOf(option) + 1];
}
