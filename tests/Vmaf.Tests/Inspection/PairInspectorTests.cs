using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Inspection;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Inspection;

public sealed class PairInspectorTests : IDisposable
{
    private static readonly VideoFormat Small = new(64, 48, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_pair_passes_every_check()
    {
        PairCheck[] checks = Inspect(Clip("a.y4m", Small), Clip("b.y4m", Small));
        Assert.All(checks, check => Assert.Equal((check.Name, CheckStatus.Passed), (check.Name, check.Status)));
        Assert.Equal(
            ["Reference", "Distorted", "Size", "PixelFormat", "BitDepth", "ColorRange", "Rotation", "DynamicRange", "Interlacing", "FrameCount", "FrameRate", "Model", "Offset"],
            checks.Select(check => check.Name));
    }

    [Fact]
    public void Each_thing_that_is_wrong_is_a_check_of_its_own()
    {
        PairCheck[] checks = Inspect(
            Clip("a.y4m", Small), Clip("b.y4m", new VideoFormat(32, 24, ChromaFormat.Yuv444, 10), frameCount: 4, header: "F30:1 It C444p10 XCOLORRANGE=FULL"));
        Assert.Equal(
            [
                ("Size", CheckStatus.Failed, VmafErrorIds.SizeMismatch), ("PixelFormat", CheckStatus.Failed, VmafErrorIds.FormatMismatch),
                ("BitDepth", CheckStatus.Failed, VmafErrorIds.FormatMismatch), ("ColorRange", CheckStatus.Warning, VmafErrorIds.RangeMismatch),
                ("Interlacing", CheckStatus.Warning, null), ("FrameCount", CheckStatus.Failed, VmafErrorIds.LengthMismatch),
                ("FrameRate", CheckStatus.Warning, null),
            ],
            checks.Where(check => check.Status != CheckStatus.Passed).Select(check => (check.Name, check.Status, check.ErrorId)));
        Assert.All(checks.Where(check => check.Status == CheckStatus.Failed), check => Assert.NotEmpty(check.Remedy!));
    }

    [Fact]
    public void What_the_options_allow_passes()
    {
        var options = new PairInspectionOptions
        {
            Pair = new ClipPairOptions { UseCommonBitDepth = true, ResizeDistorted = ResamplingKernel.Bicubic },
            LengthPolicy = LengthPolicy.Shortest,
        };
        PairCheck[] checks = Inspect(
            Clip("a.y4m", Small), Clip("b.y4m", new VideoFormat(32, 24, ChromaFormat.Yuv420, 10), frameCount: 4, header: "F25:1 Ip C420p10"), options);
        Assert.DoesNotContain(checks, check => check.Status == CheckStatus.Failed);
        Assert.Equal(CheckStatus.Warning, checks.Single(check => check.Name == "FrameCount").Status);
    }

    [Fact]
    public void Skips_count()
    {
        var options = new PairInspectionOptions { Pair = new ClipPairOptions { ReferenceSkippedFrames = 2 } };
        PairCheck count = Inspect(Clip("a.y4m", Small, 7), Clip("b.y4m", Small, 5), options).Single(check => check.Name == "FrameCount");
        Assert.Equal(CheckStatus.Passed, count.Status);
        options = new PairInspectionOptions { Pair = new ClipPairOptions { ReferenceSkippedFrames = 9 } };
        count = Inspect(Clip("a.y4m", Small, 7), Clip("b.y4m", Small, 5), options).Single(check => check.Name == "FrameCount");
        Assert.Equal((CheckStatus.Failed, VmafErrorIds.NoFrames), (count.Status, count.ErrorId));
    }

    [Fact]
    public void No_shift_is_looked_for_between_different_rates()
    {
        PairCheck[] checks = Inspect(Clip("a.y4m", Small), Clip("b.y4m", Small, header: "F30:1 Ip C420jpeg"));
        Assert.Equal(CheckStatus.Warning, checks.Single(check => check.Name == "FrameRate").Status);
        Assert.Equal(CheckStatus.Unknown, checks.Single(check => check.Name == "Offset").Status);
    }

    [Fact]
    public void A_file_that_cannot_be_read_ends_the_checks()
    {
        string cut = _folder.Write("cut_64x48_yuv420p.yuv", TestVideo.Raw(Small, 2)[1..]);
        PairCheck[] checks = Inspect(Clip("a.y4m", Small), cut);
        Assert.Equal(["Reference", "Distorted"], checks.Select(check => check.Name));
        Assert.Equal((CheckStatus.Failed, VmafErrorIds.RawLengthMismatch), (checks[1].Status, checks[1].ErrorId));
    }

    [Theory]
    [InlineData("vmaf_4k_v0.6.1", 1920, 1080, 25, false, CheckStatus.Warning)]
    [InlineData("vmaf_4k_v0.6.1", 3840, 2160, 25, false, CheckStatus.Passed)]
    [InlineData("vmaf_v0.6.1", 3840, 2160, 25, false, CheckStatus.Warning)]
    [InlineData("vmaf_v0.6.1neg", 1920, 1080, 60, true, CheckStatus.Passed)]
    [InlineData("vmaf_v1.0.16_hfr_3d0h", 1920, 1080, 25, false, CheckStatus.Warning)]
    [InlineData("vmaf_v1.0.16_3d0h", 1920, 1080, 25, false, CheckStatus.Passed)]
    [InlineData("vmaf_v1.0.16_3d0h", 1920, 1080, 25, true, CheckStatus.Warning)]
    public void A_model_for_other_video_is_warned_about(string model, int width, int height, int rate, bool isScaled, CheckStatus status)
    {
        ModelInfo info = new ModelCatalog(_folder.FullPath, []).GetInfo(model);
        PairCheck check = ModelSuitability.Check(info, new VideoFormat(width, height, ChromaFormat.Yuv420, 8), new FrameRate(rate, 1), isScaled);
        Assert.Equal(status, check.Status);
        Assert.Equal(status == CheckStatus.Warning, check.Remedy is not null);
    }

    [Theory]
    [InlineData("vmaf_v0.6.1", 3840, 2160, "such as vmaf_4k_v0.6.1, or vmaf_v1.0.16_1d5h_2160,")]
    [InlineData("vmaf_4k_v0.6.1neg", 1920, 1080, "such as vmaf_v0.6.1neg, or vmaf_v1.0.16_3d0h,")]
    [InlineData("vmaf_v0.6.1_phone", 3840, 2160, "such as vmaf_v1.0.16_1d5h_2160,")]
    public void Its_counterpart_for_the_size_is_named(string model, int width, int height, string words)
    {
        ModelInfo info = new ModelCatalog(_folder.FullPath, []).GetInfo(model);
        PairCheck check = ModelSuitability.Check(info, new VideoFormat(width, height, ChromaFormat.Yuv420, 8), new FrameRate(25, 1), isScaled: false);
        Assert.Contains(words, check.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1920, 1080, 25, "vmaf_v1.0.16_3d0h")]
    [InlineData(3840, 2160, 60, "vmaf_v1.0.16_hfr_1d5h_2160")]
    public void The_check_of_a_model_says_what_the_automatic_choice_is(int width, int height, int rate, string choice)
    {
        var catalog = new ModelCatalog(_folder.FullPath, []);
        var format = new VideoFormat(width, height, ChromaFormat.Yuv420, 8);
        var frameRate = new FrameRate(rate, 1);
        PairCheck chosen = ModelSuitability.CheckChoice(catalog, format, frameRate, isScaled: false);
        Assert.Equal(CheckStatus.Passed, chosen.Status);
        Assert.Contains($"'Auto' takes '{choice}' for {width}x{height} at {rate} fps", chosen.Message, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Warning, ModelSuitability.CheckChoice(catalog, format, frameRate, isScaled: true).Status);
        string named = width > 1920 ? "vmaf_4k_v0.6.1" : "vmaf_v0.6.1";
        Assert.Contains($"'Auto' would take '{choice}'", ModelSuitability.Check(catalog.GetInfo(named), format, frameRate, isScaled: false).Message, StringComparison.Ordinal);
        Assert.Contains("would take it too", ModelSuitability.Check(catalog.GetInfo(choice), format, frameRate, isScaled: false).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_the_videos_choose_is_checked_too()
    {
        var options = new PairInspectionOptions { Models = [null], Catalog = new ModelCatalog(_folder.FullPath, []) };
        PairCheck check = PairInspector.Inspect(Clip("a.y4m", Small), Clip("b.y4m", Small), options, TestContext.Current.CancellationToken)
            .Single(check => check.Name == "Model");
        Assert.Equal("'Auto' takes 'vmaf_v0.6.1' for 64x48 at 25 fps.", check.Message);
    }

    private PairCheck[] Inspect(string reference, string distorted, PairInspectionOptions? options = null)
    {
        ModelInfo model = new ModelCatalog(_folder.FullPath, []).GetInfo("vmaf_v0.6.1");
        return [.. PairInspector.Inspect(
            reference, distorted, (options ?? new PairInspectionOptions()) with { Models = [model] }, TestContext.Current.CancellationToken)];
    }

    private string Clip(string name, VideoFormat format, int frameCount = 6, string header = "F25:1 Ip C420jpeg") =>
        _folder.Write(name, TestVideo.Y4m($"YUV4MPEG2 W{format.Width} H{format.Height} {header}\n", format, frameCount));
}
