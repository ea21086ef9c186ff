using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Features;
using Vmaf.Tests.Scoring;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class AutomaticModelTests
{
    [Theory]
    [InlineData(1920, 1080, ChromaFormat.Yuv420, 25, "vmaf_v1.0.16_3d0h")]
    [InlineData(1920, 1080, ChromaFormat.Yuv420, null, "vmaf_v1.0.16_3d0h")]
    [InlineData(1280, 720, ChromaFormat.Yuv420, 60, "vmaf_v1.0.16_hfr_3d0h")]
    [InlineData(2560, 1440, ChromaFormat.Yuv422, 44, "vmaf_v1.0.16_3d0h")]
    [InlineData(3840, 2160, ChromaFormat.Yuv420, 24, "vmaf_v1.0.16_1d5h_2160")]
    [InlineData(3840, 1600, ChromaFormat.Yuv420, 50, "vmaf_v1.0.16_hfr_1d5h_2160")]
    [InlineData(1080, 1920, ChromaFormat.Yuv420, 30, "vmaf_v1.0.16_3d0h")]
    [InlineData(1600, 2000, ChromaFormat.Yuv420, 30, "vmaf_v1.0.16_1d5h_2160")]
    [InlineData(1920, 1080, ChromaFormat.Yuv400, 25, "vmaf_v0.6.1")]
    [InlineData(3840, 2160, ChromaFormat.Yuv400, 25, "vmaf_4k_v0.6.1")]
    [InlineData(160, 90, ChromaFormat.Yuv420, 25, "vmaf_v0.6.1")]
    [InlineData(160, 160, ChromaFormat.Yuv420, 25, "vmaf_v1.0.16_3d0h")]
    [InlineData(100, 80, ChromaFormat.Yuv444, 25, "vmaf_v1.0.16_3d0h")]
    public void The_choice_depends_on_size_chroma_and_frame_rate(int width, int height, ChromaFormat chroma, int? frameRate, string expected)
    {
        FrameRate? rate = frameRate is { } number ? new FrameRate(number, 1) : null;
        string name = AutomaticModel.Choose(new VideoFormat(width, height, chroma, 8), rate);
        Assert.Equal(expected, name);
        Assert.Equal(name, new ModelCatalog(Path.Combine(Path.GetTempPath(), "no such folder"), []).GetInfo(name).Name);
    }

    [Theory]
    [InlineData("Auto", true)]
    [InlineData("auto", true)]
    [InlineData("vmaf_v0.6.1", false)]
    public void Case_does_not_matter(string name, bool expected) => Assert.Equal(expected, AutomaticModel.IsAskedFor(name));

    [Theory]
    [InlineData("353x288_444_8_quantise")]
    [InlineData("353x289_444_12_quantise")]
    public void The_choice_suits_the_videos_so_that_nothing_is_warned_of(string clip)
    {
        using var clips = new ClipPair(RecordedFigures.Open(clip, isReference: true), RecordedFigures.Open(clip, isReference: false));
        var catalog = new ModelCatalog(Path.Combine(Path.GetTempPath(), "no such folder"), []);
        QualityResult result = QualityScorer.Score(
            clips,
            new ScoringOptions { Models = [catalog.Load(AutomaticModel.Choose(clips.Format, clips.FrameRate))] },
            TestContext.Current.CancellationToken);
        Assert.Empty(result.Warnings);
        Assert.InRange(result.Score!.Value, 0, 100);
    }

    [Theory]
    [InlineData("160x90_420_8_quantise")]
    [InlineData("130x98_422_10_brightness")]
    public void Version_1_has_an_answer_for_small_pictures(string clip)
    {
        using var clips = new ClipPair(RecordedFigures.Open(clip, isReference: true), RecordedFigures.Open(clip, isReference: false));
        VmafModel model = new ModelCatalog(Path.Combine(Path.GetTempPath(), "no such folder"), []).Load("vmaf_v1.0.16_3d0h");
        QualityResult result = QualityScorer.Score(clips, new ScoringOptions { Models = [model] }, TestContext.Current.CancellationToken);
        Assert.InRange(result.Score!.Value, 1, 100);
    }
}
