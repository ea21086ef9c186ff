using Vmaf.Cli;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Cli;

public sealed class VideoSettingsTests
{
    [Fact]
    public void Every_option_has_its_effect()
    {
        ClipPairOptions options = Parse(
            "--start_ref", "1.5", "--start_dist", "00:00:02", "--duration", "10", "--frame_rate", "29.97", "--resize", "lanczos",
            "--quality_size", "1280x720", "--apply_rotation", "--filter", "crop=1920:800:0:140", "--filter", "fps=24",
            "--filter_ref", "gblur=2", "--filter_dist", "fps=25", "--callback_dist", "multiply", "--fifo_mode", "never",
            "--work_path", "work", "--keep_workfiles", "--ready_warning", "2", "--ready_timeout", "60").ToOptions(_ => { });

        Assert.Equal((TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)), (options.ReferenceStart, options.DistortedStart, options.Duration));
        Assert.Equal(29.97, options.FramesPerSecond);
        Assert.Equal(ResamplingKernel.Lanczos, options.ResizeDistorted);
        Assert.Null(options.ReferenceProcess);
        Assert.NotNull(options.DistortedProcess);
        DecodeOptions reference = options.ReferenceDecoding!;
        Assert.Equal((new PictureSize(1280, 720), ResamplingKernel.Lanczos, true), (reference.Size!.Value, reference.Resampling, reference.AppliesRotation));
        Assert.Equal((FifoMode.Never, "work", "work"), (reference.FifoMode, reference.TemporaryRoot, reference.KeptWorkfileFolder));
        Assert.Equal((TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)), (reference.Ready.Warning, reference.Ready.Timeout));
        Assert.Equal(
            new Dictionary<VideoFilter, string> { [VideoFilter.Crop] = "1920:800:0:140", [VideoFilter.FrameRate] = "24", [VideoFilter.GaussianBlur] = "2" },
            reference.Filters);
        Assert.Equal(
            new Dictionary<VideoFilter, string> { [VideoFilter.Crop] = "1920:800:0:140", [VideoFilter.FrameRate] = "25" },
            options.DistortedDecoding!.Filters);
    }

    [Fact]
    public void By_default_frames_come_as_they_are()
    {
        ClipPairOptions options = Parse().ToOptions(_ => { });
        Assert.Equal(new DecodeOptions().FifoMode, options.ReferenceDecoding!.FifoMode);
        Assert.False(options.ReferenceDecoding.Changes(new VideoFormat(64, 48, ChromaFormat.Yuv420, 8)));
        Assert.Null(options.ResizeDistorted);
        Assert.Null(options.Duration);
    }

    [Theory]
    [InlineData("--start_ref", "-1")]
    [InlineData("--duration", "soon")]
    [InlineData("--duration", "1e99")]
    [InlineData("--frame_rate", "0")]
    [InlineData("--resize", "nearest")]
    [InlineData("--resize", "1")]
    [InlineData("--quality_size", "1280")]
    [InlineData("--quality_size", "0x5")]
    [InlineData("--filter", "crop")]
    [InlineData("--filter", "=1")]
    [InlineData("--filter", "blur=1")]
    [InlineData("--callback_ref", "none")]
    [InlineData("--fifo_mode", "sometimes")]
    [InlineData("--fifo_mode", "never", "--keep_workfiles")]
    [InlineData("--work_path", "work", "--keep_workfiles")]
    public void What_cannot_be_understood_is_refused(params string[] arguments) => Assert.Throws<UsageException>(() => Parse(arguments));

    private static VideoSettings Parse(params string[] arguments) => SettingsParser.Parse(["-r", "a", "-d", "b", .. arguments]).Videos;
}
