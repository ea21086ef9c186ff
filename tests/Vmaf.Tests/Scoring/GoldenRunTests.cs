using System.Text.Json;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Scoring;

/// <summary>Whole runs against libvmaf f85a8536, plain C path: same metrics in the same order, same numbers.</summary>
public class GoldenRunTests
{
    public static MatrixTheoryData<string, string, int> Runs => new(
        ["src01_576x324_yuv420p", "src01_160x90", "src01_576x324_420p12", "hall_352x288", "park_joy_identical_480x270"],
        ["vmaf_v0.6.1", "vmaf_v0.6.1neg", "vmaf_4k_v0.6.1", "vmaf_b_v0.6.3", "vmaf_v1.0.16_3d0h", "vmaf_v1.0.16_5d0h", "vmaf_v1.0.16_hfr_3d0h"],
        [1, 3]);

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_gives_libvmafs_numbers(string pair, string model, int threads)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.Golden(pair + ".json")));
        Assert.SkipUnless(golden.RootElement.GetProperty("models").TryGetProperty(model, out JsonElement run), "Not recorded.");
        Assert.SkipUnless(run.TryGetProperty("frames", out _), "libvmaf cannot measure this pair.");
        using ClipPair clips = SharedPair.Open(golden.RootElement);

        QualityResult result = QualityScorer.Score(
            clips,
            new ScoringOptions
            {
                Models = [VmafModel.Load(SharedData.Model(model + ".json"))],
                ThreadCount = threads,
                Tier = SimdTiers.Current,
            },
            TestContext.Current.CancellationToken);

        JsonElement[] frames = [.. run.GetProperty("frames").EnumerateArray()];
        Assert.Equal(frames.Length, result.Frames.Count);
        Assert.Equal(frames[0].EnumerateObject().Select(metric => metric.Name), result.Names.All);
        foreach ((JsonElement expected, FrameScore actual) in frames.Zip(result.Frames))
        {
            foreach (JsonProperty metric in expected.EnumerateObject())
            {
                AssertClose(metric.Value.GetDouble(), actual.Metrics[metric.Name], metric.Name);
            }
        }

        foreach (JsonProperty metric in run.GetProperty("pooled").EnumerateObject())
        {
            PooledScore pooled = result.Metrics.Single(summary => summary.Name == metric.Name).Pooled!;
            AssertClose(metric.Value.GetProperty("min").GetDouble(), pooled.Min, metric.Name);
            AssertClose(metric.Value.GetProperty("max").GetDouble(), pooled.Max, metric.Name);
            AssertClose(metric.Value.GetProperty("mean").GetDouble(), pooled.Mean, metric.Name);
            AssertClose(metric.Value.GetProperty("harmonic_mean").GetDouble(), pooled.HarmonicMean, metric.Name);
        }

        Assert.Equal(result.Metrics.Single(summary => summary.Name == "vmaf").Pooled!.Mean, result.Score);
        Assert.Equal(model.Contains("_b_", StringComparison.Ordinal), result.Models[0].Bootstrap is not null);
    }

    [Fact]
    public void Models_in_one_run_score_as_they_do_alone()
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.Golden("src01_576x324_yuv420p.json")));
        string[] names = ["vmaf_v0.6.1", "vmaf_v0.6.1neg", "vmaf_4k_v0.6.1"];
        using ClipPair clips = SharedPair.Open(golden.RootElement);

        QualityResult result = QualityScorer.Score(
            clips,
            new ScoringOptions
            {
                Models = [.. names.Select(name => VmafModel.Load(SharedData.Model(name + ".json"), new ModelLoadOptions { Name = name }))],
            },
            TestContext.Current.CancellationToken);

        foreach (string name in names)
        {
            JsonElement[] frames = [.. golden.RootElement.GetProperty("models").GetProperty(name).GetProperty("frames").EnumerateArray()];
            foreach ((JsonElement expected, FrameScore actual) in frames.Zip(result.Frames))
            {
                AssertClose(expected.GetProperty("vmaf").GetDouble(), actual.Scores[name], name);
            }
        }
    }

    private static void AssertClose(double expected, double? actual, string metric)
    {
        Assert.NotNull(actual);
        double error = Math.Abs(actual.Value - expected) / Math.Max(1, Math.Abs(expected));
        Assert.True(error <= 1e-11, $"{metric}: {actual} instead of {expected}");
    }
}
