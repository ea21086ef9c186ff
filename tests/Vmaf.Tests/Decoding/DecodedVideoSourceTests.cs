using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Decoding;

public sealed class DecodedVideoSourceTests : IDisposable
{
    private static readonly VideoFormat Small = new(64, 48, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose()
    {
        Assert.DoesNotContain(Directory.GetDirectories(_folder.FullPath), folder => Path.GetFileName(folder).StartsWith(SessionName.Prefix, StringComparison.Ordinal));
        _folder.Dispose();
    }

    private DecodeOptions Options => new() { TemporaryRoot = _folder.FullPath, Ready = new ReadyOptions { OnWarning = _warnings.Add } };

    private byte[] Decode(string path, DecodeOptions? options = null)
    {
        using DecodedVideoSource source = DecodedVideoSource.Open(path, options ?? Options, TestContext.Current.CancellationToken);
        return [.. TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame)];
    }

    [Theory]
    [InlineData(ChromaFormat.Yuv420, 8)]
    [InlineData(ChromaFormat.Yuv422, 8)]
    [InlineData(ChromaFormat.Yuv444, 8)]
    [InlineData(ChromaFormat.Yuv400, 8)]
    [InlineData(ChromaFormat.Yuv420, 10)]
    [InlineData(ChromaFormat.Yuv422, 12)]
    [InlineData(ChromaFormat.Yuv444, 16)]
    public void Frames_come_as_they_were_encoded(ChromaFormat chroma, int bitDepth)
    {
        var format = new VideoFormat(50, 38, chroma, bitDepth);
        string path = Ffmpeg.Encode(_folder, "clip.mkv", format, 4);
        using DecodedVideoSource source = DecodedVideoSource.Open(path, Options, TestContext.Current.CancellationToken);
        Assert.Equal(format, source.Format);
        Assert.Null(source.FrameCount);
        Assert.Equal(TestVideo.Raw(format, 4), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
        Assert.Empty(_warnings);
    }

    [Theory]
    [InlineData("with space 'and' \"quotes\".mkv")]
    [InlineData("[brackets] {braces} $dollar `tick`.mkv")]
    [InlineData("http:colons,commas;semi|pipe.mkv")]
    [InlineData("-leading dash.mkv")]
    [InlineData("ünïcödé 動画 🎬.mkv")]
    [InlineData("100%d done%08d.mkv")]
    public void Any_file_name_works(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These names are no file names there.");
        string path = Ffmpeg.Encode(_folder, name, Small, 1);
        Assert.Equal(TestVideo.Raw(Small, 1), Decode(path));
    }

    [Fact]
    public void A_range_of_frames_is_exact()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 8);
        byte[] frames = Decode(path, Options with { Frames = new FrameInterval(3, 5) });
        Assert.Equal(TestVideo.Raw(Small, 8).Skip(3 * (int)Small.FrameSizeInBytes).Take(3 * (int)Small.FrameSizeInBytes), frames);
    }

    [Fact]
    public void Each_frame_of_a_variable_rate_comes_once_and_the_rate_is_warned_about()
    {
        string path = Ffmpeg.Encode(
            _folder, "clip.mov", Small, 9, "-c:v", "mpeg4", "-vf", "settb=1/1000,setpts='if(lt(N,4),N*7,28+(N-4)*191)'", "-fps_mode", "passthrough", "-enc_time_base", "1:1000");
        byte[] decoded = Decode(path);
        Assert.Equal(9 * Small.FrameSizeInBytes, decoded.Length);
        Assert.Equal(Ffmpeg.Raw(path), decoded);
        Assert.Contains("variable frame rate", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Hdr_is_warned_about()
    {
        var format = Small with { BitDepth = 10 };
        string path = Ffmpeg.Encode(_folder, "clip.mkv", format, 1, "-color_trc", "smpte2084");
        Assert.Equal(TestVideo.Raw(format, 1), Decode(path));
        Assert.Contains("HDR", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Full_range_video_is_not_converted()
    {
        string path = Ffmpeg.Encode(_folder, "clip.avi", Small, 2, "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-q:v", "2");
        using DecodedVideoSource source = DecodedVideoSource.Open(path, Options, TestContext.Current.CancellationToken);
        Assert.Equal(ColorRange.Full, source.Probe.ColorRange);
        Assert.Equal(Ffmpeg.Raw(path), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void Rotation_is_applied_only_on_request()
    {
        // Version 6 of ffmpeg replaced the metadata by an option.
        string path = Ffmpeg.Encode(_folder, "upright.mp4", Small, 2, "-c:v", "mpeg4");
        string rotated = Path.Combine(_folder.FullPath, "rotated.mp4");
        string[] how = Ffmpeg.Tools.Version.StartsWith('5') || Ffmpeg.Tools.Version.StartsWith('4')
            ? ["-i", path, "-c", "copy", "-metadata:s:v", "rotate=90", rotated]
            : ["-display_rotation", "-90", "-i", path, "-c", "copy", rotated];
        Ffmpeg.Run(how);
        using (DecodedVideoSource source = DecodedVideoSource.Open(rotated, Options, TestContext.Current.CancellationToken))
        {
            Assert.True(source.Probe.RotationDegrees is 90 or 270);
            Assert.Equal(Small, source.Format);
            Assert.Equal(Ffmpeg.Raw(path), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
        }

        using DecodedVideoSource turned = DecodedVideoSource.Open(rotated, Options with { AppliesRotation = true }, TestContext.Current.CancellationToken);
        Assert.Equal(Small with { Width = 48, Height = 64 }, turned.Format);
        string autorotated = Path.Combine(_folder.FullPath, "autorotated.yuv");
        Ffmpeg.Run("-i", rotated, "-f", "rawvideo", autorotated);
        Assert.Equal(File.ReadAllBytes(autorotated), TestVideo.ReadAll(turned, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void Scaling_is_on_request_and_by_the_kernel_asked_for()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        var results = new HashSet<string>();
        foreach (ResamplingKernel kernel in Enum.GetValues<ResamplingKernel>())
        {
            byte[] scaled = Decode(path, Options with { Size = new PictureSize(96, 80), Resampling = kernel });
            Assert.Equal(96 * 80 * 3 / 2, scaled.Length);
            Assert.Equal(Ffmpeg.Raw(path, "-vf", $"scale=96x80:flags={DecodeCommand.ResamplingName(kernel)}"), scaled);
            results.Add(Convert.ToHexString(scaled));
        }

        Assert.Equal(3, results.Count);
    }

    [Fact]
    public void The_size_behind_filters_is_found_out()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 2);
        DecodeOptions options = Options with { Filters = new Dictionary<VideoFilter, string> { [VideoFilter.Pad] = "iw+4:ih+2", [VideoFilter.Crop] = "iw-20:ih-10:2:4" } };
        using DecodedVideoSource source = DecodedVideoSource.Open(path, options, TestContext.Current.CancellationToken);
        Assert.Equal(Small with { Width = 48, Height = 40 }, source.Format);
        Assert.Equal(
            Ffmpeg.Raw(path, "-vf", "crop=iw-20:ih-10:2:4,pad=iw+4:ih+2"),
            TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void A_conversion_has_to_be_asked_for()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1, "-pix_fmt", "bgra");
        VmafException error = TestVideo.Fails(VmafErrorIds.FormatUnsupported, () => Decode(path));
        Assert.Contains("bgra", error.Message, StringComparison.Ordinal);
        Assert.Equal(64 * 48 * 3, Decode(path, Options with { PixelFormat = "yuv444p" }).Length);
        TestVideo.Fails(VmafErrorIds.FormatUnsupported, () => Decode(path, Options with { PixelFormat = "rgb24" }));
    }

    [Fact]
    public void What_is_no_video_is_refused_with_ffprobes_words()
    {
        string text = _folder.Write("notes.mp4", "these are notes"u8.ToArray());
        _ = Ffmpeg.Tools;
        VmafException error = TestVideo.Fails(VmafErrorIds.DecoderFailed, () => Decode(text));
        Assert.Contains("Invalid data", error.Message, StringComparison.Ordinal);
        TestVideo.Fails(VmafErrorIds.FileNotFound, () => Decode(Path.Combine(_folder.FullPath, "missing.mp4")));
        string sound = Path.Combine(_folder.FullPath, "sound.wav");
        Ffmpeg.Run("-f", "lavfi", "-i", "sine=d=0.1", sound);
        TestVideo.Fails(VmafErrorIds.NoVideoStream, () => Decode(sound));
    }

    [Fact]
    public void A_filter_that_ffmpeg_does_not_take_is_named()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        DecodeOptions options = Options with { Size = new PictureSize(64, 48), Filters = new Dictionary<VideoFilter, string> { [VideoFilter.Equalizer] = "nonsense=1" } };
        VmafException error = TestVideo.Fails(VmafErrorIds.DecoderFailed, () => Decode(path, options));
        Assert.Contains("nonsense", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_video_is_warned_about()
    {
        string path = Ffmpeg.Encode(_folder, "clip.avi", Small, 6, "-c:v", "mpeg4");
        byte[] bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2, 400).Fill(0x55);
        File.WriteAllBytes(path, bytes);
        Decode(path);
        Assert.Contains(path, Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_stops_early_leaves_nothing_behind()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", new VideoFormat(640, 480, ChromaFormat.Yuv444, 8), 12);
        using DecodedVideoSource source = DecodedVideoSource.Open(path, Options, TestContext.Current.CancellationToken);
        Assert.True(source.TrySkip(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_missing_ffmpeg_comes_with_a_hint_how_to_install_it()
    {
        VmafException error = TestVideo.Fails(VmafErrorIds.DecoderNotFound, () => FfmpegTools.FindAt(Path.Combine(_folder.FullPath, "nothing"), TestContext.Current.CancellationToken));
        Assert.Contains(OperatingSystem.IsWindows() ? "winget" : OperatingSystem.IsMacOS() ? "brew" : "apt install ffmpeg", error.Remedy, StringComparison.Ordinal);
        Assert.Contains(FfmpegTools.FfmpegVariable, error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Videos_that_differ_in_range_or_rotation_do_not_pair()
    {
        VideoProbe limited = Ffprobe.Parse("a.mp4", """{"streams": [{"index": 0, "codec_type": "video", "width": 64, "height": 48, "pix_fmt": "yuv420p", "color_range": "tv"}]}""");
        VideoProbe full = Ffprobe.Parse("b.mp4", """{"streams": [{"index": 0, "codec_type": "video", "width": 64, "height": 48, "pix_fmt": "yuvj420p"}]}""");
        VideoProbe turned = Ffprobe.Parse("c.mp4", """{"streams": [{"index": 1, "codec_type": "video", "width": 64, "height": 48, "pix_fmt": "yuv420p", "side_data_list": [{"rotation": -90}]}]}""");
        VmafException range = TestVideo.Fails(VmafErrorIds.RangeMismatch, () => ProbePair.Check(limited, full, appliesRotation: false));
        Assert.Contains("a.mp4", range.Message, StringComparison.Ordinal);
        Assert.Contains("full", range.Message, StringComparison.Ordinal);
        TestVideo.Fails(VmafErrorIds.RotationMismatch, () => ProbePair.Check(limited, turned, appliesRotation: false));
        ProbePair.Check(limited, turned, appliesRotation: true);
        Assert.Equal(new PictureSize(48, 64), turned.RotatedSize);
        ProbePair.Check(limited, turned with { RotationDegrees = 0 }, appliesRotation: false);
    }
}
