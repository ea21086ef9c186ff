using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Vmaf.Tests.Golden;
using Xunit;

namespace Vmaf.Tests.Scoring;

public class RunTierTests
{
    private static readonly VideoFormat Hd = new(1920, 1080, ChromaFormat.Yuv420, 8);

    public static TheoryData<string> Clips => GoldenClip.Names;

    [Theory]
    [InlineData(0L, true)]
    [InlineData(1L, false)]
    [InlineData(null, false)]
    public void Only_runs_known_to_be_small_use_scalar_kernels(long? frameCount, bool isSmall) =>
        Assert.Equal(isSmall ? SimdTier.Scalar : SimdTiers.Current, RunTier.For(Hd, frameCount));

    [Fact]
    public void A_few_small_frames_are_a_small_run()
    {
        Assert.Equal(SimdTier.Scalar, RunTier.For(Hd with { Width = 320, Height = 240 }, 2));
        Assert.Equal(SimdTiers.Current, RunTier.For(Hd with { Width = 320, Height = 240 }, 20));
    }

    [Theory]
    [MemberData(nameof(Clips))]
    public void A_whole_run_gives_the_same_bits_with_every_instruction_set(string name)
    {
        GoldenClip clip = GoldenClip.Load(name);
        IEnumerable<double?>[] runs = [.. Enum.GetValues<SimdTier>().Where(tier => tier <= SimdTiers.Current).Select(tier => Values(clip, tier))];

        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }

    private static double?[] Values(GoldenClip clip, SimdTier tier)
    {
        using ClipPair pair = clip.OpenPair();
        ModelCatalog catalog = ModelCatalog.FromEnvironment();
        var options = new ScoringOptions
        {
            Models = [catalog.Load("vmaf_v0.6.1"), catalog.Load("vmaf_v0.6.1neg", new ModelLoadOptions { Name = "neg" })],
            Features = [FeatureRequestParser.Parse("psnr"), FeatureRequestParser.Parse("float_ssim")],
            ThreadCount = 2,
            Tier = tier,
        };
        QualityResult result = QualityScorer.Score(pair, options, TestContext.Current.CancellationToken);
        return [.. result.Frames.SelectMany(frame => result.Names.All.Select(metric => frame.Metrics[metric]))];
    }
}
