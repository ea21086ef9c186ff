using Vmaf.Clips;
using Vmaf.Clips.Golden;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Scoring;

/// <summary>The official v1 models on sizes and formats that differ from film: odd, deep, without subsampling, and tiny.</summary>
public sealed class VersionOneSizeTests
{
    private static readonly GoldenRecipe OddAndDeep =
        new("353x289_444_12_quantise", 353, 289, ChromaFormat.Yuv444, 12, 3, 7, Degradation.Quantise, 7);

    private static readonly GoldenRecipe EvenAndNoisy =
        new("352x288_444_12_noise", 352, 288, ChromaFormat.Yuv444, 12, 3, 7, Degradation.Noise, 3);

    /// <summary>Scores as libvmaf f85a8536 gives them on its plain C path, printed with 17 digits.</summary>
    public static TheoryData<string, double, double> ScoresOfLibvmaf => new()
    {
        { "vmaf_v1.0.16_1d5h_2160", 88.12030720652457, 95.33184066847481 },
        { "vmaf_v1.0.16_3d0h", 87.91427641772384, 94.84877637614748 },
        { "vmaf_v1.0.16_3d0h_2160", 97.70714231325735, 103.2383886493039 },
        { "vmaf_v1.0.16_5d0h", 93.59324906375377, 95.80082336414874 },
        { "vmaf_v1.0.16_hfr_1d5h_2160", 94.08727355551302, 100 },
        { "vmaf_v1.0.16_hfr_3d0h", 93.24168516114672, 99.80422065474166 },
        { "vmaf_v1.0.16_hfr_3d0h_2160", 103.55094961477721, 108.87178332251396 },
        { "vmaf_v1.0.16_hfr_5d0h", 98.68779722952318, 100 },
    };

    [Theory]
    [MemberData(nameof(ScoresOfLibvmaf))]
    public void Odd_sizes_and_twelve_bits_without_subsampling_score_as_in_libvmaf(string model, double odd, double even)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        Assert.Equal(odd, Score(OddAndDeep, model).Score!.Value, 1e-9);
        Assert.Equal(even, Score(EvenAndNoisy, model).Score!.Value, 1e-9);
    }

    /// <summary>
    /// libvmaf has no score for 160x90 (CAMBI refuses the size) and crashes on odd 4:2:0. Chroma planes of 80x45 samples are too small for
    /// SpEED, which then is 0, and the model estimates chroma from luma.
    /// </summary>
    [Fact]
    public void Sizes_that_libvmaf_cannot_score_have_a_defined_score()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        QualityResult tiny = Score(new("160x90", 160, 90, ChromaFormat.Yuv420, 8, 4, 7, Degradation.Quantise, 4), "vmaf_v1.0.16_3d0h");
        Assert.Equal(90.044018, tiny.Score!.Value, 1e-6);
        Assert.All(tiny.Frames, frame => Assert.Equal(0, frame.Features.First(feature => feature.Key.StartsWith("speed_chroma_uv", StringComparison.Ordinal)).Value));
        QualityResult odd = Score(new("353x289", 353, 289, ChromaFormat.Yuv420, 8, 3, 7, Degradation.Quantise, 4), "vmaf_v1.0.16_3d0h");
        Assert.Equal(93.011157, odd.Score!.Value, 1e-6);
    }

    private static QualityResult Score(GoldenRecipe recipe, string model)
    {
        using var clips = new ClipPair(new ClipSource(recipe.Reference(), "reference"), new ClipSource(recipe.Distorted(), "distorted"));
        return QualityScorer.Score(
            clips, new ScoringOptions { Models = [VmafModel.Load(SharedData.Model(model + ".json"))] }, TestContext.Current.CancellationToken);
    }
}
