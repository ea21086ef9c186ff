using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Vmaf.Tests.Golden;
using Xunit;

namespace Vmaf.Tests.Scoring;

public class RunTierTests
{
    public static TheoryData<string> Clips => GoldenClip.Names;

    [Theory]
    [InlineData(1920, 1080, 0L, true)]
    [InlineData(1920, 1080, 1L, false)]
    [InlineData(1920, 1080, null, false)]
    [InlineData(320, 240, 2L, true)]
    [InlineData(320, 240, 20L, false)]
    [InlineData(320, 240, long.MaxValue, false)]
    [InlineData(65535, 65535, null, false)]
    public void Only_runs_known_to_be_small_use_scalar_kernels(int width, int height, long? frameCount, bool isSmall) => Assert.Equal(
        isSmall ? SimdTier.Scalar : SimdTiers.Current,
        RunTier.Choose(RunTier.Samples(new VideoFormat(width, height, ChromaFormat.Yuv420, 8), frameCount)));

    [Fact]
    public void Small_runs_use_vector_kernels_once_much_was_measured()
    {
        RunTier.ForNextRun(new VideoFormat(1920, 1080, ChromaFormat.Yuv420, 8), 1);

        Assert.Equal(SimdTiers.Current, RunTier.ForNextRun(new VideoFormat(16, 16, ChromaFormat.Yuv420, 8), 1));
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
