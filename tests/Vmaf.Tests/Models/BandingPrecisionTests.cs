using Vmaf.Engine.Decoding;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.Tests.Decoding;
using Vmaf.Tests.Infrastructure;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class BandingPrecisionTests
{
    private static readonly VideoFormat FullHd = new(1920, 1080, ChromaFormat.Yuv420, 8);

    [Theory]
    [InlineData("vmaf_v1.0.16_3d0h", 8, true, true)]
    [InlineData("vmaf_v1.0.16_3d0h", 8, false, false)]
    [InlineData("vmaf_v1.0.16_3d0h", 10, true, false)]
    [InlineData("vmaf_v0.6.1", 8, true, false)]
    public void Only_scaling_at_less_than_10_bits_is_doubted(string model, int bitDepth, bool isScaled, bool isDoubted) =>
        Assert.Equal(isDoubted, BandingPrecision.FindDoubt(Catalog().GetInfo(model), FullHd with { BitDepth = bitDepth }, isScaled) is not null);

    [Fact]
    public void Video_of_8_bits_as_coded_scores_as_the_same_at_10_bits_with_its_depth_stated()
    {
        QualityResult coded = Score(video => video, []);
        QualityResult lifted = Score(video => new BitDepthConverter(video, 10), [new FeatureOverload("cambi", "enc_bitdepth", "8")]);
        Assert.Empty(coded.Warnings);
        Assert.Equal(10, lifted.BitDepth);
        Assert.Equal(coded.Frames.Select(frame => frame.Score), lifted.Frames.Select(frame => frame.Score));
    }

    [Theory]
    [InlineData(320, 180, 0)]
    [InlineData(160, 90, 1)]
    public void A_run_that_scales_at_8_bits_says_so(int width, int height, int warnings)
    {
        using var folder = new TemporaryFolder();
        string encode = Ffmpeg.Encode(folder, "encode.mkv", FullHd with { Width = width, Height = height }, 2);
        using ClipPair clips = ClipPair.Open(
            Path.Combine(Repository.Root, "samples", "reference.y4m"),
            encode,
            new ClipPairOptions { MaximumFrames = 2, ResizeDistorted = ResamplingKernel.Bicubic, WatchesOffset = true });
        var options = new ScoringOptions { Models = [Catalog().Load("vmaf_v1.0.16_3d0h"), Catalog().Load("vmaf_v0.6.1", new ModelLoadOptions { Name = "other" })] };
        QualityResult result = QualityScorer.Score(clips, options, TestContext.Current.CancellationToken);
        Assert.Equal(warnings, result.Warnings.Count(warning => warning.Contains("'vmaf_v1.0.16_3d0h' looks for banding", StringComparison.Ordinal)));
        Assert.Equal(warnings, result.Warnings.Count);
    }

    private static QualityResult Score(Func<IFrameSource, IFrameSource> convert, IReadOnlyList<FeatureOverload> overloads)
    {
        using var clips = new ClipPair(convert(Sample("reference")), convert(Sample("distorted-compressed")), new ClipPairOptions { MaximumFrames = 3 });
        VmafModel model = Catalog().Load("vmaf_v1.0.16_3d0h", new ModelLoadOptions { FeatureOverloads = overloads });
        return QualityScorer.Score(clips, new ScoringOptions { Models = [model] }, TestContext.Current.CancellationToken);
    }

    private static IFrameSource Sample(string name) => VideoSource.Open(Path.Combine(Repository.Root, "samples", name + ".y4m"));

    private static ModelCatalog Catalog() => new(Path.GetTempPath(), []);
}
