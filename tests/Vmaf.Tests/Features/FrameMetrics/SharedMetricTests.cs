using System.Text.Json;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>The shared clips against libvmaf f85a8536, plain C path.</summary>
public sealed class SharedMetricTests
{
    private const int MostFrames = 3;

    private static readonly string[] Groups = ["float_core", "psnr", "psnr_hvs", "ssim", "ms_ssim", "ciede"];

    public static TheoryData<string> Pairs =>
    [
        "src01_160x90", "src01_576x324_yuv420p", "src01_576x324_yuv422p10le", "src01_576x324_yuv444p12le", "src01_576x324_420p16",
        "hall_352x288", "akiyo_multiplied_22x18", "image_100007_481x321_444", "image_1012576_720x486_444", "blue_sky_identical_640x360",
    ];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Equals_libvmaf(string pair)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.Golden(pair + ".json")));
        using ClipPair clips = SharedPair.Open(golden.RootElement);
        List<VideoFrame> references = Read(clips.Reference);
        List<VideoFrame> distorteds = Read(clips.Distorted);
        int count = 0;
        foreach (string group in Groups)
        {
            JsonElement recorded = golden.RootElement.GetProperty("features").GetProperty(group);
            if (recorded.TryGetProperty("frames", out JsonElement frames))
            {
                count += Compare(recorded.GetProperty("options"), frames, references, distorteds);
            }
        }

        Assert.NotEqual(0, count);
        foreach (VideoFrame frame in references.Concat(distorteds))
        {
            frame.Release();
        }
    }

    private static int Compare(JsonElement features, JsonElement frames, List<VideoFrame> references, List<VideoFrame> distorteds)
    {
        int count = 0;
        foreach (string feature in features.EnumerateArray().Select(feature => feature.GetString()!))
        {
            // ADM of tiny pictures: libvmaf reads outside its buffer there, and the engine refuses none above 16 samples.
            bool hasReference = !feature.StartsWith("float_adm", StringComparison.Ordinal) || references[0].Format.Height > 64;
            if (!hasReference)
            {
                continue;
            }

            MetricRun run = MetricRun.Over(feature, references, distorteds, SimdTiers.Current);
            foreach (((int frame, string name), double actual) in run.Values)
            {
                bool needsNextFrame = name.StartsWith("motion2", StringComparison.Ordinal) || name.StartsWith("motion3", StringComparison.Ordinal);
                if (needsNextFrame && frame == references.Count - 1 && frames.GetArrayLength() > references.Count)
                {
                    continue;
                }

                JsonElement expected = frames[frame].GetProperty(name);
                count++;
                if (expected.ValueKind == JsonValueKind.Null)
                {
                    Assert.False(double.IsFinite(actual), name);
                    continue;
                }

                double error = Math.Abs(actual - expected.GetDouble()) / Math.Max(1, Math.Abs(expected.GetDouble()));
                Assert.True(error <= 1e-6, $"{name} of frame {frame}: {actual:R} instead of {expected.GetDouble():R}");
            }
        }

        return count;
    }

    private static List<VideoFrame> Read(IFrameSource source)
    {
        var frames = new List<VideoFrame>();
        while (frames.Count < MostFrames)
        {
            VideoFrame frame = VideoFrame.Allocate(source.Format);
            if (!source.TryRead(frame, TestContext.Current.CancellationToken))
            {
                frame.Release();
                break;
            }

            frames.Add(frame);
        }

        return frames;
    }
}
