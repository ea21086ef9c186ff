using System.Text.Json;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Features.Adm;

/// <summary>Real clips against libvmaf f85a8536, plain C path: every frame, every figure, to the last bit.</summary>
public sealed class AdmClipTests
{
    /// <summary>The 22x18 clip is left out: there libvmaf reads outside its buffers.</summary>
    public static TheoryData<string> Pairs => !SharedData.Available
        ? [string.Empty]
        : [.. Directory.GetFiles(SharedData.Golden(string.Empty), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => !name.Contains("22x18", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Default_and_debug_features_are_libvmafs(string pair) =>
        Compare(pair, golden => golden.GetProperty("features").GetProperty("integer_core").GetProperty("frames"), "debug=true");

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Features_of_the_models_are_libvmafs(string pair)
    {
        const string Common = "adm_dlm_weight=0.7:adm_enhn_gain_limit=1:adm_noise_weight=0.02:adm_min_val=0.5:adm_csf_mode=2";
        Compare(pair, golden => Frames(golden, "vmaf_v0.6.1neg"), "adm_enhn_gain_limit=1");
        Compare(pair, golden => Frames(golden, "vmaf_v1.0.16_3d0h"), Common);
        Compare(pair, golden => Frames(golden, "vmaf_v1.0.16_5d0h"), Common + ":adm_norm_view_dist=5");
        Compare(pair, golden => Frames(golden, "vmaf_v1.0.16_3d0h_2160"), Common + ":adm_ref_display_height=2160");
        Compare(pair, golden => Frames(golden, "vmaf_v1.0.16_1d5h_2160"), Common + ":adm_norm_view_dist=1.5:adm_ref_display_height=2160");
    }

    private static JsonElement Frames(JsonElement golden, string model)
    {
        JsonElement figures = golden.GetProperty("models").GetProperty(model);
        return figures.TryGetProperty("frames", out JsonElement frames) ? frames : default;
    }

    private static void Compare(string pair, Func<JsonElement, JsonElement> select, string options)
    {
        Assert.SkipUnless(SharedData.Available, SharedData.Missing);
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllBytes(SharedData.Golden(pair + ".json")));
        JsonElement frames = select(golden.RootElement);
        if (frames.ValueKind != JsonValueKind.Array)
        {
            return; // libvmaf does not run this model on this clip.
        }

        using var clip = new GoldenClip(golden.RootElement);
        using var run = new FeatureRun(clip.Format, SimdTiers.Current, "adm=" + options);
        for (int frame = 0; frame < frames.GetArrayLength(); frame++)
        {
            clip.Read(frame);
            double[] values = run.Measure(clip.Reference, clip.Distorted);
            for (int feature = 0; feature < values.Length; feature++)
            {
                double expected = frames[frame].GetProperty(run.Names[feature]).GetDouble();
                Assert.True(
                    BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(values[feature]),
                    $"{pair}, frame {frame}, {run.Names[feature]}: {values[feature]:R} instead of {expected:R}");
            }
        }
    }
}
