using Vmaf.Engine.Assets;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Assets;

/// <summary>The figures and identifiers are those of the harness's own tests.</summary>
public sealed class AssetTests
{
    private static Asset Make(AssetProperties properties, string reference = "dir/refvideo.yuv", string distorted = "dir/disvideo.yuv", long id = 0) =>
        new("test", 0, id, reference, distorted, properties, "my_root");

    private static AssetProperties Sized(params (string Name, object? Value)[] more)
    {
        var properties = new AssetProperties { ["width"] = 720, ["height"] = 480 };
        foreach ((string name, object? value) in more)
        {
            properties[name] = value;
        }

        return properties;
    }

    private static AssetProperties Of(params (string Name, object? Value)[] all) =>
        new(all.Select(property => KeyValuePair.Create(property.Name, property.Value)));

    [Fact]
    public void A_sides_own_size_wins_as_a_pair_only()
    {
        Assert.Equal(new PictureSize(1920, 1080), Make(Of(("ref_width", 1920), ("ref_height", 1080), ("width", 720), ("height", 480), ("quality_width", 1), ("quality_height", 1))).Reference.Size);
        Assert.Equal(new PictureSize(720, 480), Make(Sized(("ref_width", 1920))).Reference.Size);
        Assert.Null(Make(Of(("ref_width", 1920))).Reference.Size);
    }

    [Fact]
    public void The_encode_size_defaults_to_the_distorted_size()
    {
        AssetProperties properties = Of(("dis_width", 1920), ("dis_height", 1080), ("dis_enc_width", 960), ("dis_enc_height", 540));
        Assert.Equal(new PictureSize(960, 540), Make(properties).EncodeSize);
        Assert.Equal(new PictureSize(720, 480), Make(Sized()).EncodeSize);
    }

    [Theory]
    [InlineData("yuv420p", null, 8)]
    [InlineData("yuv444p", null, 8)]
    [InlineData("yuv422p10le", null, 10)]
    [InlineData("yuv420p12le", null, 12)]
    [InlineData("yuv444p16le", null, 16)]
    [InlineData("yuv420p10le", 8, 8)]
    [InlineData("notyuv", null, null)]
    public void The_encode_bit_depth_defaults_to_that_of_the_pixel_format(string type, int? stated, int? expected)
    {
        AssetProperties properties = Of(("dis_yuv_type", type));
        if (stated is not null)
        {
            properties["dis_enc_bitdepth"] = stated;
        }

        Assert.Equal(expected, Make(properties).EncodeBitDepth);
    }

    [Fact]
    public void An_encode_bit_depth_of_24_is_refused() =>
        TestVideo.Fails(VmafErrorIds.AssetInvalid, () => _ = Make(Of(("dis_enc_bitdepth", 24))).EncodeBitDepth);

    [Fact]
    public void The_quality_size_is_stated_or_common_to_both()
    {
        (string, object?)[] differing = [("ref_width", 1920), ("ref_height", 1080), ("dis_width", 720), ("dis_height", 480)];
        TestVideo.Fails(VmafErrorIds.AssetInvalid, () => _ = Make(Of(differing)).QualitySize);
        Assert.Equal(new PictureSize(1280, 720), Make(Of([.. differing, ("quality_width", 1280), ("quality_height", 720)])).QualitySize);
        Assert.Equal(new PictureSize(720, 480), Make(Sized()).QualitySize);
        Assert.Null(Make(Of(("yuv_type", "notyuv"))).QualitySize);
        Assert.Equal(new PictureSize(720, 480), Make(Of(("ref_yuv_type", "notyuv"), ("dis_width", 720), ("dis_height", 480))).QualitySize);
        Assert.Equal(new PictureSize(720, 480), Make(Of(("dis_yuv_type", "notyuv"), ("ref_width", 720), ("ref_height", 480))).QualitySize);
    }

    [Fact]
    public void Frame_ranges_resolve_in_order_of_precedence()
    {
        Asset own = Make(Of(("ref_start_frame", 2), ("ref_end_frame", 2), ("dis_start_frame", 3), ("dis_end_frame", 3), ("start_frame", 9), ("end_frame", 9)));
        Assert.Equal(new FrameInterval(2, 2), own.Reference.Frames);
        Assert.Equal(new FrameInterval(3, 3), own.Distorted.Frames);
        Assert.Null(own.Reference.DurationSeconds);
        Assert.Null(own.Reference.StartSeconds);
        Assert.Equal(new FrameInterval(0, 47), Make(Of(("fps", 24), ("duration_sec", 2))).Reference.Frames);
        Assert.Equal(new FrameInterval(48, 71), Make(Of(("fps", 24), ("start_sec", 2), ("end_sec", 3))).Distorted.Frames);
        Assert.Equal(new FrameInterval(0, 1), Make(Of(("fps", 1), ("duration_sec", 2.5))).Distorted.Frames);
        Assert.Null(Make(Of(("start_sec", 2), ("end_sec", 3))).Distorted.Frames);
    }

    [Fact]
    public void Durations_and_starts_follow_from_frames_and_rate()
    {
        Asset asset = Make(Of(("ref_start_frame", 0), ("ref_end_frame", 23), ("dis_start_frame", 3), ("dis_end_frame", 26), ("fps", 24)));
        Assert.Equal(1.0, asset.Reference.DurationSeconds);
        Assert.Equal(1.0, asset.Distorted.DurationSeconds);
        Assert.Equal(0.0, asset.Reference.StartSeconds);
        Assert.Equal(0.125, asset.Distorted.StartSeconds);
    }

    [Fact]
    public void The_bit_rate_is_that_of_the_whole_file()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, "clip.yuv");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(13_436_928);
        }

        Asset asset = Make(Of(("start_frame", 0), ("end_frame", 47), ("fps", 23.976)), path, path);
        Assert.Equal(53693.964287999996, asset.Reference.BitrateKilobitsPerSecond!.Value, 1e-9);
        Assert.Null(Make(Of(("fps", 24), ("duration_sec", 2))).Reference.BitrateKilobitsPerSecond);
    }

    [Fact]
    public void The_canonical_text_is_sorted_and_without_folders()
    {
        Asset asset = Make(Sized(("start_frame", 2), ("end_frame", 2)));
        Assert.Equal(
            """{"asset_dict": {"end_frame": 2, "height": 480, "start_frame": 2, "width": 720}, "asset_id": 0, "content_id": 0, "dataset": "test", "dis_path": "disvideo.yuv", "ref_path": "refvideo.yuv", "workdir": ""}""",
            asset.CanonicalText);
        Asset rebuilt = Asset.FromText(asset.CanonicalText);
        Assert.Equal(asset, rebuilt);
        Assert.Equal(asset.CanonicalText, rebuilt.CanonicalText);
        Assert.Contains("dir/refvideo.yuv", asset.FullText, StringComparison.Ordinal);
        Assert.Equal(
            """{"asset_dict": {"height": 480, "quality_height": 1080, "quality_width": 1920, "resampling_type": "lanczos", "width": 720}, "asset_id": 2, "content_id": 0, "dataset": "test", "dis_path": "disvideo.yuv", "ref_path": "refvideo.yuv", "workdir": ""}""",
            Make(Sized(("quality_width", 1920), ("quality_height", 1080), ("resampling_type", "lanczos")), id: 2).CanonicalText);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"asset_dict": 1, "asset_id": 0, "content_id": 0, "dataset": "t", "dis_path": "a", "ref_path": "b"}""")]
    public void What_is_no_text_of_an_asset_is_refused(string text) => TestVideo.Fails(VmafErrorIds.AssetInvalid, () => Asset.FromText(text));

    [Fact]
    public void Files_of_one_name_in_different_folders_are_equal()
    {
        Asset first = Make(Sized());
        Asset second = Make(Sized(), "other/refvideo.yuv", "other/disvideo.yuv");
        Asset third = Make(Sized(), "other/refvideo.yuv", "other/disvideo.avi");
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(second, third);
    }

    public static TheoryData<string, string> Identifiers => new()
    {
        { "width 720 height 480 quality_width 720 quality_height 480", "test_0_1_refvideo_720x480_vs_disvideo_720x480_q_720x480" },
        { "width 720 height 480 resampling_type lanczos", "test_0_1_refvideo_720x480_vs_disvideo_720x480_q_720x480" },
        { "ref_width 720 ref_height 480 dis_width 1920 dis_height 1080 quality_width 720 quality_height 480 resampling_type lanczos", "test_0_1_refvideo_720x480_vs_disvideo_1920x1080_lanczos_q_720x480" },
        { "ref_width 1920 ref_height 1080 dis_width 720 dis_height 480 quality_width 720 quality_height 480 resampling_type lanczos", "test_0_1_refvideo_1920x1080_lanczos_vs_disvideo_720x480_q_720x480" },
        { "width 720 height 480 dis_enc_width 480 dis_enc_height 320", "test_0_1_refvideo_720x480_vs_disvideo_720x480_e_480x320_q_720x480" },
        { "width 720 height 480 dis_yuv_type yuv420p10le dis_enc_bitdepth 10", "test_0_1_refvideo_720x480_vs_disvideo_720x480_yuv420p10le_q_720x480" },
        { "width 720 height 480 dis_yuv_type yuv420p10le dis_enc_bitdepth 8", "test_0_1_refvideo_720x480_vs_disvideo_720x480_ebd_8_yuv420p10le_q_720x480" },
        { "width 720 height 480 workfile_yuv_type yuv420p10le", "test_0_1_refvideo_720x480_vs_disvideo_720x480_q_720x480_wf_yuv420p10le" },
        { "yuv_type notyuv", "test_0_1_refvideo_notyuv_vs_disvideo_notyuv" },
        { "yuv_type notyuv quality_width 720 quality_height 480", "test_0_1_refvideo_notyuv_vs_disvideo_notyuv_q_720x480" },
        { "width 720 height 480 start_frame 2 end_frame 2", "test_0_1_refvideo_720x480_2to2_vs_disvideo_720x480_2to2_q_720x480" },
    };

    [Theory]
    [MemberData(nameof(Identifiers))]
    public void Identifiers_show_what_matters(string properties, string identifier) =>
        Assert.Equal(identifier, Make(Parse(properties), id: 1).ToString());

    [Theory]
    [InlineData("crop_cmd 570:320:3:2", "test_0_0_720x480_yuv422p_crop570_320_3_2_vs_720x480_yuv422p_crop570_320_3_2_q_720x320")]
    [InlineData("ref_crop_cmd 570:320:3:2 dis_crop_cmd 571:320:3:2", "test_0_0_720x480_yuv422p_crop570_320_3_2_vs_720x480_yuv422p_crop571_320_3_2_q_720x320")]
    [InlineData("ref_crop_cmd 570:320:3:2 crop_cmd 572:320:3:2", "test_0_0_720x480_yuv422p_crop570_320_3_2_vs_720x480_yuv422p_crop572_320_3_2_q_720x320")]
    [InlineData("pad_cmd iw+6:ih+4:3:2", "test_0_0_720x480_yuv422p_padiw_6_ih_4_3_2_vs_720x480_yuv422p_padiw_6_ih_4_3_2_q_720x320")]
    [InlineData("ref_pad_cmd iw+6:ih+4:3:2", "test_0_0_720x480_yuv422p_padiw_6_ih_4_3_2_vs_720x480_yuv422p_q_720x320")]
    [InlineData("ref_fps_cmd 120 dis_fps_cmd 120", "test_0_0_720x480_yuv422p_fps120_vs_720x480_yuv422p_fps120_q_720x320")]
    [InlineData("", "test_0_0_720x480_yuv422p_vs_720x480_yuv422p_q_720x320")]
    public void Identifiers_show_filters(string filters, string identifier)
    {
        AssetProperties properties = Parse("width 720 height 480 quality_width 720 quality_height 320 yuv_type yuv422p " + filters);
        Assert.Equal(identifier, Make(properties, string.Empty, string.Empty).ToString());
    }

    [Fact]
    public void Long_identifiers_are_replaced_by_their_hash()
    {
        AssetProperties properties = Parse("width 720 height 480 quality_width 720 quality_height 320 yuv_type yuv422p ref_pad_cmd iw+6:ih+4:3:2");
        Assert.Equal(
            "4a67755df3b8c599c9016a6d03171392ddfbf9c2",
            Make(properties, "dir/" + new string('a', 128) + ".yuv", "dir/" + new string('b', 128) + ".yuv").ToString());
        string readable = Make(properties, new string('a', 60) + ".yuv", new string('b', 60) + ".yuv").ToString();
        Assert.StartsWith("test_0_0_aaaa", readable, StringComparison.Ordinal);
        Assert.True(readable.Length <= 196);
    }

    [Theory]
    [InlineData("crop=570:320:3:2", "crop_570_320_3_2")]
    [InlineData("frame%08d", "frame_08d")]
    [InlineData("Ünïcödé STRASSE ß", "unicode_strasse_ss")]
    [InlineData("1,000,000 it's", "1000000_it_s")]
    [InlineData("--a..b--", "a_b")]
    public void Slugs(string text, string slug) => Assert.Equal(slug, Slug.Of(text));

    [Fact]
    public void Workfiles_lie_in_the_work_folder_unless_the_sources_serve()
    {
        Asset asset = Make(Sized());
        Assert.Equal(Path.Combine(asset.WorkFolder, "ref_" + asset), asset.WorkfilePath(VideoSide.Reference));
        Assert.Equal(Path.Combine(asset.WorkFolder, "disp_" + asset), asset.ProcfilePath(VideoSide.Distorted));
        Assert.StartsWith("my_root", asset.WorkFolder, StringComparison.Ordinal);
        asset.UsesSourcesAsWorkfiles = true;
        asset.UsesWorkfilesAsProcfiles = true;
        Assert.Equal("dir/refvideo.yuv", asset.WorkfilePath(VideoSide.Reference));
        Assert.Equal("dir/disvideo.yuv", asset.ProcfilePath(VideoSide.Distorted));
        Assert.Contains("\"use_path_as_workpath\": 1", asset.CanonicalText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_is_equal_but_has_its_own_folder_and_no_switches()
    {
        Asset asset = Make(Sized());
        Asset copy = asset.Copy();
        Assert.Equal(asset, copy);
        Assert.NotEqual(asset.WorkFolder, copy.WorkFolder);
        copy.Properties["yuv_type"] = "yuv444p";
        Assert.NotEqual(asset, copy);
        asset.UsesSourcesAsWorkfiles = true;
        Assert.False(asset.Copy().UsesSourcesAsWorkfiles);
        Assert.Equal("yuv422p", asset.Copy(Of(("yuv_type", "yuv422p"))).Reference.YuvType);
    }

    [Fact]
    public void Yuv_types_and_resampling_resolve_by_side()
    {
        Asset asset = Make(Of(("ref_yuv_type", "notyuv"), ("dis_yuv_type", "yuv444p"), ("ref_resampling_type", "bilinear"), ("resampling_type", "lanczos")));
        Assert.Equal("notyuv", asset.Reference.YuvType);
        Assert.Equal("yuv444p", asset.Distorted.YuvType);
        Assert.Equal(ResamplingKernel.Bilinear, asset.Reference.Resampling);
        Assert.Equal(ResamplingKernel.Lanczos, asset.Distorted.Resampling);
        Assert.Equal("yuv420p", Make([]).Reference.YuvType);
    }

    [Theory]
    [InlineData("yuv_type yuv444a")]
    [InlineData("yuv_type notyuv width 720 height 480")]
    [InlineData("yuv_type notyuv ref_width 720 ref_height 480")]
    [InlineData("yuv_type notyuv workfile_yuv_type yuv4444p")]
    [InlineData("workfile_yuv_type notyuv")]
    [InlineData("fps 0")]
    [InlineData("rebuf_indices 7")]
    public void Contradictions_are_refused_at_once(string properties) =>
        TestVideo.Fails(VmafErrorIds.AssetInvalid, () => Make(Parse(properties)));

    [Fact]
    public void An_unknown_callback_is_refused_with_the_known_ones()
    {
        VmafException error = TestVideo.Fails(VmafErrorIds.AssetInvalid, () => _ = Make(Of(("ref_proc_callback", "sharpen"))).Reference.Callback);
        Assert.Contains("multiply", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_reference_the_distorted_video_is_mirrored()
    {
        Asset asset = Asset.WithoutReference("test", 0, 0, "dir/disvideo.yuv", Sized(("ref_pad_cmd", "iw+6:ih+4:3:2")));
        Assert.Equal(asset.Distorted.Path, asset.Reference.Path);
        Assert.Empty(asset.Reference.Filters);
        Assert.Equal("test_0_0_disvideo_720x480_q_720x480", asset.ToString());
        Assert.False(WorkfileRules.NeedsDecoder(asset));
    }

    [Theory]
    [InlineData("width 720 height 480", false)]
    [InlineData("width 720 height 480 quality_width 720 quality_height 480", false)]
    [InlineData("width 720 height 480 quality_width 360 quality_height 240", true)]
    [InlineData("width 720 height 480 start_frame 0 end_frame 3", true)]
    [InlineData("width 720 height 480 dis_gblur_cmd sigma=1", true)]
    [InlineData("width 720 height 480 workfile_yuv_type yuv420p", false)]
    [InlineData("width 720 height 480 workfile_yuv_type yuv444p", true)]
    [InlineData("yuv_type notyuv quality_width 720 quality_height 480", true)]
    public void A_decoder_is_needed_where_something_has_to_be_done(string properties, bool needed) =>
        Assert.Equal(needed, WorkfileRules.NeedsDecoder(Make(Parse(properties))));

    [Theory]
    [InlineData("", "yuv420p")]
    [InlineData("yuv_type notyuv", "yuv420p")]
    [InlineData("ref_yuv_type yuv444p dis_yuv_type notyuv", "yuv444p")]
    [InlineData("ref_yuv_type yuv444p dis_yuv_type notyuv workfile_yuv_type yuv420p", "yuv420p")]
    [InlineData("ref_yuv_type yuv444p dis_yuv_type yuv420p", null)]
    public void The_workfile_format_follows_from_the_sides(string properties, string? expected)
    {
        Asset asset = Make(Parse(properties));
        if (expected is null)
        {
            TestVideo.Fails(VmafErrorIds.FormatMismatch, () => WorkfileRules.WorkfileYuvType(asset));
        }
        else
        {
            Assert.Equal(expected, WorkfileRules.WorkfileYuvType(asset));
        }
    }

    [Fact]
    public void Cropping_needs_a_stated_quality_size()
    {
        TestVideo.Fails(VmafErrorIds.AssetInvalid, () => WorkfileRules.Check(Make(Sized(("crop_cmd", "10:10")))));
        WorkfileRules.Check(Make(Sized(("crop_cmd", "10:10"), ("quality_width", 10), ("quality_height", 10))));
        WorkfileRules.Check(Make(Sized(("gblur_cmd", "sigma=2"))));
    }

    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(23.976, "23.976")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(1.5e-7, "1.5e-07")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.25e100, "1.25e+100")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(0.0, "0.0")]
    public void Floating_point_numbers_are_written_as_the_harness_does(double value, string text) => Assert.Equal(text, CanonicalJson.Write(value));

    [Fact]
    public void Texts_are_written_in_ascii() =>
        Assert.Equal("""["\u00fc\"\\\n", null, true, 7, "7"]""", CanonicalJson.Write(new object?[] { "ü\"\\\n", null, true, 7, "7" }));

    private static AssetProperties Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var properties = new AssetProperties();
        for (int i = 0; i + 1 < words.Length; i += 2)
        {
            bool isArgument = words[i].EndsWith("_cmd", StringComparison.Ordinal);
            properties[words[i]] = !isArgument && long.TryParse(words[i + 1], out long number) ? number : words[i + 1];
        }

        return properties;
    }
}
