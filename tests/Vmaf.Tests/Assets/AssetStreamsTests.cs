using Vmaf.Engine.Assets;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Fifo.Writer;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;
using Vmaf.Tests.Decoding;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Assets;

public sealed class AssetStreamsTests : IDisposable
{
    private static readonly VideoFormat Format = new(48, 32, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose()
    {
        Assert.DoesNotContain(Directory.GetDirectories(_folder.FullPath), folder => Path.GetFileName(folder).StartsWith(SessionName.Prefix, StringComparison.Ordinal));
        _folder.Dispose();
    }

    private AssetStreamOptions Options => new() { TemporaryRoot = _folder.FullPath, Ready = new ReadyOptions { OnWarning = _warnings.Add } };

    private Asset Raw(params (string Name, object? Value)[] properties)
    {
        string reference = _folder.Write("ref.yuv", TestVideo.Raw(Format, 5));
        string distorted = _folder.Write("dis.yuv", TestVideo.Raw(Format, 4));
        var all = new AssetProperties { ["width"] = 48, ["height"] = 32 };
        foreach ((string name, object? value) in properties)
        {
            all[name] = value;
        }

        return new Asset("test", 0, 0, reference, distorted, all);
    }

    private static byte[] All(IFrameSource? source) => [.. TestVideo.ReadAll(source!, TestContext.Current.CancellationToken).SelectMany(frame => frame)];

    [Fact]
    public void Sources_are_read_directly_where_nothing_is_to_be_done()
    {
        Asset asset = Raw();
        using AssetStreams streams = AssetStreams.Open(asset, Options, TestContext.Current.CancellationToken);
        Assert.True(asset.UsesSourcesAsWorkfiles && asset.UsesWorkfilesAsProcfiles);
        Assert.Equal(5, streams.Reference?.FrameCount);
        Assert.Equal(TestVideo.Raw(Format, 4), All(streams.Distorted));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_range_goes_through_the_decoder_as_fifo_or_file(bool usesFifos)
    {
        _ = Ffmpeg.Tools;
        Asset asset = Raw(("start_frame", 1), ("end_frame", 2));
        using AssetStreams streams = AssetStreams.Open(asset, Options with { UsesFifos = usesFifos }, TestContext.Current.CancellationToken);
        byte[] expected = TestVideo.Raw(Format, 3)[(int)Format.FrameSizeInBytes..];
        Assert.Equal(expected, All(streams.Reference));
        Assert.Equal(expected, All(streams.Distorted));
        Assert.False(asset.UsesSourcesAsWorkfiles);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Callbacks_run_in_a_stage_of_their_own(bool usesFifos, bool decodes)
    {
        Asset asset = Raw(("dis_proc_callback", "multiply"));
        if (decodes)
        {
            _ = Ffmpeg.Tools;
            asset.Properties["start_frame"] = 0;
            asset.Properties["end_frame"] = 3;
        }

        using AssetStreams streams = AssetStreams.Open(asset, Options with { UsesFifos = usesFifos }, TestContext.Current.CancellationToken);
        byte[] expected = TestVideo.Raw(Format, 4);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isLuma = i % Format.FrameSizeInBytes < Format.Width * Format.Height;
            expected[i] = isLuma ? (byte)(int)(expected[i] / 255.0 * 1.1 * 255.0) : expected[i];
        }

        Assert.Equal(expected, All(streams.Distorted));
        Assert.Equal(TestVideo.Raw(Format, decodes ? 4 : 5), All(streams.Reference));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_decoder_that_fails_behind_a_callback_is_an_error(bool usesFifos)
    {
        _ = Ffmpeg.Tools;
        Asset asset = Raw(("quality_width", 48), ("quality_height", 32), ("dis_crop_cmd", "no:number"), ("dis_proc_callback", "multiply"));
        VmafException error = TestVideo.Fails(VmafErrorIds.DecoderFailed, () =>
        {
            using AssetStreams streams = AssetStreams.Open(asset, Options with { UsesFifos = usesFifos }, TestContext.Current.CancellationToken);
            _ = All(streams.Distorted);
        });
        Assert.Contains("number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_given_here_is_applied_here()
    {
        using AssetStreams streams = AssetStreams.Open(Raw(), Options with { ReferenceCallback = sample => 1 - sample }, TestContext.Current.CancellationToken);
        byte[] first = TestVideo.ReadAll(streams.Reference!, TestContext.Current.CancellationToken)[0];
        Assert.Equal((byte)(int)((1 - (TestVideo.PackedFrame(Format, 0)[0] / 255.0)) * 255.0), first[0]);
    }

    [Fact]
    public void The_published_example_of_a_callback_wraps_around()
    {
        // The harness's fixture: 8-bit luma times 1.15 turns 225 into 2 and 227 into 5.
        var frame = VideoFrame.Allocate(new VideoFormat(4, 1, ChromaFormat.Yuv400, 8));
        new byte[] { 225, 227, 100, 0 }.CopyTo(frame.Luma.RowBytes(0));
        new LumaProcessor(sample => sample * 1.15, 8).Apply(frame);
        Assert.Equal([2, 5, 114, 0], frame.Luma.RowBytes(0).ToArray());
        frame.Release();
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    public void Identity_changes_no_code_value(int bitDepth)
    {
        int codes = 1 << bitDepth;
        var format = new VideoFormat(codes, 1, ChromaFormat.Yuv400, bitDepth);
        VideoFrame frame = VideoFrame.Allocate(format);
        for (int code = 0; code < codes; code++)
        {
            if (bitDepth == 8)
            {
                frame.Luma.RowBytes(0)[code] = (byte)code;
            }
            else
            {
                frame.Luma.RowWords(0)[code] = (ushort)code;
            }
        }

        byte[] before = TestVideo.Pack(frame);
        new LumaProcessor(LumaCallbacks.Find("identity"), bitDepth).Apply(frame);
        Assert.Equal(before, TestVideo.Pack(frame));
        frame.Release();
    }

    [Fact]
    public void Without_reading_the_reference_its_openers_release_all_the_same()
    {
        _ = Ffmpeg.Tools;
        using AssetStreams streams = AssetStreams.Open(Raw(("end_frame", 1), ("start_frame", 0)), Options with { ReadsReference = false }, TestContext.Current.CancellationToken);
        Assert.Null(streams.Reference);
        Assert.Equal(TestVideo.Raw(Format, 2), All(streams.Distorted));
    }

    [Fact]
    public void An_asset_without_reference_has_one_side()
    {
        _ = Ffmpeg.Tools;
        string clip = _folder.Write("dis.yuv", TestVideo.Raw(Format, 3));
        var asset = Asset.WithoutReference("test", 0, 0, clip, new AssetProperties { ["width"] = 48, ["height"] = 32, ["start_frame"] = 2, ["end_frame"] = 2 });
        using AssetStreams streams = AssetStreams.Open(asset, Options, TestContext.Current.CancellationToken);
        Assert.Null(streams.Reference);
        Assert.Equal(TestVideo.PackedFrame(Format, 2), All(streams.Distorted));
    }

    [Fact]
    public void Encoded_videos_are_converted_to_the_workfile_format_with_a_warning()
    {
        string reference = Ffmpeg.Encode(_folder, "ref.mkv", Format with { Chroma = ChromaFormat.Yuv444 }, 2);
        string distorted = Ffmpeg.Encode(_folder, "dis.mkv", Format, 2);
        var asset = new Asset("test", 0, 0, reference, distorted, new AssetProperties { ["yuv_type"] = "notyuv", ["quality_width"] = 96, ["quality_height"] = 64 });
        using AssetStreams streams = AssetStreams.Open(asset, Options, TestContext.Current.CancellationToken);
        Assert.Equal(new VideoFormat(96, 64, ChromaFormat.Yuv420, 8), streams.Distorted.Format);
        Assert.Equal(2 * 96 * 64 * 3 / 2, All(streams.Distorted).Length);
        Assert.Contains("yuv444p and is converted to yuv420p", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Kept_workfiles_stay_and_need_plain_files()
    {
        _ = Ffmpeg.Tools;
        string kept = Directory.CreateDirectory(Path.Combine(_folder.FullPath, "kept")).FullName;
        Asset asset = Raw(("start_frame", 0), ("end_frame", 0));
        TestVideo.Fails(VmafErrorIds.OptionInvalid, () => AssetStreams.Open(asset, Options with { KeptWorkfileFolder = kept }));
        AssetStreams.Open(asset, Options with { KeptWorkfileFolder = kept, UsesFifos = false }, TestContext.Current.CancellationToken).Dispose();
        string[] files = [.. Directory.GetFiles(kept).Select(file => Path.GetFileName(file)!).Order()];
        Assert.Equal(2, files.Length);
        Assert.EndsWith("_ref.48x32.yuv420p.yuv", files[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_named_with_a_remedy()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Needs /dev/full.");
        using var target = new PlainFileTarget("/dev/full");
        var clip = new ClipInput(_folder.Write("clip.yuv", TestVideo.Raw(Format, 1)), Format, null);
        Assert.ThrowsAny<IOException>(() => FrameProducers.For(clip, _ => { }).Produce(target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_missing_source_is_named()
    {
        var asset = new Asset("test", 0, 0, "missing_ref.yuv", "missing_dis.yuv", new AssetProperties { ["width"] = 48, ["height"] = 32 });
        VmafException error = TestVideo.Fails(VmafErrorIds.FileNotFound, () => AssetStreams.Open(asset, Options));
        Assert.Contains("missing_ref.yuv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbered_pictures_are_a_source()
    {
        string clip = Ffmpeg.Encode(_folder, "clip.mkv", Format with { Chroma = ChromaFormat.Yuv444 }, 3);
        string template = Path.Combine(_folder.FullPath, "frame%03d.tiff");
        Ffmpeg.Run("-i", clip, template);
        var asset = Asset.WithoutReference("test", 0, 0, template, new AssetProperties { ["yuv_type"] = "notyuv", ["quality_width"] = 48, ["quality_height"] = 32 });
        using AssetStreams streams = AssetStreams.Open(asset, Options, TestContext.Current.CancellationToken);
        Assert.Equal(3 * 48 * 32 * 3 / 2, All(streams.Distorted).Length);
    }
}
