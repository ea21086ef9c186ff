using System.Text.Json;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Vmaf.Tests.Golden;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>
/// Generated clips against the figures in libvmaf-figures.json: the first three frames as libvmaf f85a8536 measures them on its plain C path
/// (cpumask 4294967295, built with its floating-point features), printed with 17 digits.
/// </summary>
[Trait("Suite", "Kernel")]
public sealed class MetricGoldenTests
{
    private const int FrameCount = 3;

    private static readonly JsonElement[] Cases = Load();

    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (JsonElement golden in Cases)
        {
            names.Add(golden.GetProperty("clip").GetString()!, golden.GetProperty("feature").GetString()!);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_libvmaf(string clip, string feature)
    {
        JsonElement golden = Cases.Single(
            entry => entry.GetProperty("clip").GetString() == clip && entry.GetProperty("feature").GetString() == feature);
        using ClipPair pair = GoldenClip.Load(clip).OpenPair();
        VideoFrame[] references = Read(pair.Reference);
        VideoFrame[] distorteds = Read(pair.Distorted);
        MetricRun run = MetricRun.Over(feature, references, distorteds, SimdTiers.Current);
        foreach (JsonProperty metric in golden.GetProperty("metrics").EnumerateObject())
        {
            // The last frame's motion2 and motion3 would need the fourth frame.
            bool needsNextFrame = metric.Name.StartsWith("motion2", StringComparison.Ordinal) || metric.Name.StartsWith("motion3", StringComparison.Ordinal);
            for (int frame = 0; frame < (needsNextFrame ? FrameCount - 1 : FrameCount); frame++)
            {
                double expected = metric.Value[frame].GetDouble();
                double actual = run[frame, metric.Name];
                Assert.True(Math.Abs(actual - expected) <= 1e-6 * Math.Max(1, Math.Abs(expected)), $"{metric.Name} of frame {frame}: {actual:R} instead of {expected:R}");
            }
        }

        foreach (VideoFrame frame in references.Concat(distorteds))
        {
            frame.Release();
        }
    }

    private static VideoFrame[] Read(IFrameSource source)
    {
        var frames = new VideoFrame[FrameCount];
        for (int index = 0; index < FrameCount; index++)
        {
            frames[index] = VideoFrame.Allocate(source.Format);
            Assert.True(source.TryRead(frames[index], TestContext.Current.CancellationToken));
        }

        return frames;
    }

    private static JsonElement[] Load()
    {
        string file = Repository.Combine("tests", "Vmaf.Tests", "Features", "FrameMetrics", "libvmaf-figures.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        return [.. document.RootElement.EnumerateArray().Select(entry => entry.Clone())];
    }
}
