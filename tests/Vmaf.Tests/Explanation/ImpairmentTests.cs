using Vmaf.Clips;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Explanation;

/// <summary>Clips degraded in one way each, from videos to verdicts. The table in docs/explanations.md is made of the same runs.</summary>
public sealed class ImpairmentTests
{
    private static readonly VmafModel Model = ModelCatalog.FromEnvironment().Load(ModelCatalog.DefaultModelName);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Degradation.None, 1, Impairment.None, "no feature stands out")]
    [InlineData(Degradation.Blur, 1, Impairment.Blur, "looks blurred")]
    [InlineData(Degradation.Blur, 2, Impairment.Blur, "looks blurred")]
    [InlineData(Degradation.Blur, 4, Impairment.Blur, "looks blurred")]
    [InlineData(Degradation.Rescale, 2, Impairment.Blur, "looks blurred")]
    [InlineData(Degradation.Quantise, 2, Impairment.Quantization, "slight quantisation, as by compression, which few viewers notice")]
    [InlineData(Degradation.Quantise, 4, Impairment.Quantization, "slight quantisation")]
    [InlineData(Degradation.Quantise, 8, Impairment.Quantization, "coarsely quantised")]
    [InlineData(Degradation.Noise, 1, Impairment.Noise, "slight noise, which few viewers notice")]
    [InlineData(Degradation.Noise, 2, Impairment.Noise, "slight noise")]
    [InlineData(Degradation.Noise, 4, Impairment.Noise, "noise was added")]
    [InlineData(Degradation.ContrastBoost, 1, Impairment.ContrastGain, "contrast was raised")]
    [InlineData(Degradation.ContrastBoost, 4, Impairment.ContrastGain, "contrast was raised")]
    [InlineData(Degradation.ChromaError, 2, Impairment.ColorChange, "only the colours differ")]
    [InlineData(Degradation.BrightnessShift, 2, Impairment.BrightnessChange, "only the brightness differs")]
    [InlineData(Degradation.DroppedFrame, 1, Impairment.FrozenPicture, "the picture repeats")]
    public void The_verdict_names_what_was_done(Degradation degradation, int strength, Impairment expected, string words)
    {
        ClipExplanation explanation = ClipExplanation.Pool(Explain(degradation, strength, bitDepth: 8));

        Assert.Equal(expected, explanation.Impairment);
        Assert.Contains(words, explanation.Verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Degradation.ChromaError, Impairment.ColorChange)]
    [InlineData(Degradation.BrightnessShift, Impairment.BrightnessChange)]
    [InlineData(Degradation.Noise, Impairment.Noise)]
    public void Ten_bits_are_judged_like_eight(Degradation degradation, Impairment expected) =>
        Assert.Equal(expected, ClipExplanation.Pool(Explain(degradation, 2, bitDepth: 10)).Impairment);

    /// <summary>Features of real videos: H.264 at three rates, noise on photographs, and blurs, of ffmpeg.</summary>
    [Theory]
    [InlineData(0.967, 0.014, 0.481, 0.983, Impairment.Quantization)]
    [InlineData(0.936, 0.038, 0.327, 0.942, Impairment.Quantization)]
    [InlineData(0.765, 0.145, 0.129, 0.650, Impairment.Quantization)]
    [InlineData(0.919, 0.120, 0.196, 0.900, Impairment.Noise)]
    [InlineData(0.834, 0.640, 0.049, 0.751, Impairment.Noise)]
    [InlineData(0.979, 0.047, 0.485, 0.986, Impairment.Noise)]
    [InlineData(0.940, 0.000, 0.695, 0.997, Impairment.Blur)]
    [InlineData(0.617, 0.015, 0.222, 0.869, Impairment.Blur)]
    [InlineData(0.996, 0.008, 0.703, 0.998, Impairment.Unknown)]
    public void Real_features_are_told_apart(double detail, double added, double fine, double coarse, Impairment expected)
    {
        FeatureMeaning[] meanings = [.. new[] { "integer_adm2", "integer_vif_scale0", "integer_vif_scale3" }.Select(FeatureMeaning.Of)];
        var frame = new FrameFeatures(1, [detail, fine, coarse]) { AdditiveImpairment = added };

        Assert.Equal(expected, new ImpairmentDetector(meanings).Detect(frame, FrameConditions.None));
        Assert.Equal(
            Impairment.Unknown, new ImpairmentDetector(meanings).Detect(frame with { AdditiveImpairment = null }, FrameConditions.None));
    }

    [Fact]
    public void One_dropped_frame_is_found_by_its_index()
    {
        IReadOnlyList<FrameExplanation> frames = Explain(Degradation.DroppedFrame, 1, bitDepth: 8);

        Assert.Equal(
            [2, 5, 8], frames.Where(frame => frame.Conditions.HasFlag(FrameConditions.Frozen)).Select(frame => frame.FrameIndex));
        Assert.All(frames, frame => Assert.Equal(
            frame.FrameIndex % 3 == 2 ? Impairment.FrozenPicture : Impairment.None, frame.Impairment));
    }

    [Fact]
    public void Frames_behind_a_lost_one_are_those_of_others()
    {
        IClip reference = SyntheticClip.Create(new VideoFormat(320, 180, ChromaFormat.Yuv420, 8), 10, 1);

        IReadOnlyList<FrameExplanation> frames = Explain(reference, new ClipWithoutFrame(reference, 3), watches: true);

        // What the last frame shows is a reference frame that is never read.
        Assert.Equal([3, 4, 5, 6, 7], frames.Where(frame => frame.Impairment == Impairment.WrongFrame).Select(frame => frame.FrameIndex));
        ClipExplanation clip = ClipExplanation.Pool(frames);
        Assert.Equal(Impairment.WrongFrame, clip.Impairment);
        Assert.Contains("Find-VmafOffset", clip.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Frames_that_lost_nearly_all_are_not_taken_for_others()
    {
        IClip reference = SyntheticClip.Create(new VideoFormat(320, 180, ChromaFormat.Yuv420, 8), 10, 1);
        IClip starved = reference.Degrade(Degradation.Rescale, 8).Degrade(Degradation.Quantise, 8);

        // Their features alone look so.
        Assert.Contains(Explain(reference, starved, watches: false), frame => frame.Impairment == Impairment.WrongFrame);
        Assert.Empty(Explain(reference, starved, watches: true).Where(frame => frame.Impairment == Impairment.WrongFrame).Select(frame => frame.FrameIndex));
    }

    [Fact]
    public void Without_a_look_at_the_pictures_colour_and_brightness_are_not_named()
    {
        IReadOnlyList<FrameExplanation> frames = Explain(Degradation.ChromaError, 2, bitDepth: 8, watches: false);

        Assert.All(frames, frame => Assert.Equal(Impairment.None, frame.Impairment));
    }

    [Fact]
    public void A_model_whose_features_were_not_measured_is_refused()
    {
        var error = Assert.Throws<VmafException>(() => new FrameFeatureReader(Model, ["integer_adm2", "vmaf"]));

        Assert.Equal(VmafErrorIds.FeatureMissing, error.ErrorId);
        Assert.Contains("integer_vif_scale3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_frame_without_a_finite_feature_is_named()
    {
        var reader = new FrameFeatureReader(Model, [.. Model.Features.Select(feature => feature.ResolveLogName())]);

        var error = Assert.Throws<VmafException>(() => reader.Read(7, name => name == "integer_motion2" ? null : 1));

        Assert.Equal(VmafErrorIds.FeatureNotFinite, error.ErrorId);
        Assert.Contains("Frame 7", error.Message, StringComparison.Ordinal);
        Assert.Contains("integer_motion2", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<FrameExplanation> Explain(Degradation degradation, int strength, int bitDepth, bool watches = true)
    {
        IClip reference = SyntheticClip.Create(new VideoFormat(320, 180, ChromaFormat.Yuv420, bitDepth), 10, 1);
        return Explain(reference, reference.Degrade(degradation, strength), watches);
    }

    private static IReadOnlyList<FrameExplanation> Explain(IClip reference, IClip distorted, bool watches)
    {
        using var pair = new ClipPair(
            new ClipSource(reference, "reference"),
            new ClipSource(distorted, "distorted"),
            new ClipPairOptions { WatchesDifferences = watches });
        var options = new ScoringOptions { Models = [Model], ThreadCount = 1, LengthPolicy = LengthPolicy.Shortest };
        QualityResult result = QualityScorer.Score(pair, options, Token);
        var reader = new FrameFeatureReader(Model, [.. result.Names.All]);
        return new ScoreExplainer(Model, new LocalExplainerOptions { NeighborCount = 1000 }).Explain(
            [.. result.Frames.Select(frame => reader.Read(frame, pair.Observations.ElementAtOrDefault(frame.FrameIndex)))], cancellation: Token);
    }

    private sealed class ClipWithoutFrame(IClip clip, int lost) : IClip
    {
        public VideoFormat Format => clip.Format;

        public int FrameCount => clip.FrameCount - 1;

        public PlanarFrame Frame(int index) => clip.Frame(index < lost ? index : index + 1);
    }
}
