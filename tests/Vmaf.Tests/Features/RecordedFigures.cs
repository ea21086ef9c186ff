using System.Text.Json;
using Vmaf.Clips;
using Vmaf.Clips.Golden;
using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;
using Vmaf.Tests.Infrastructure;
using Xunit;

namespace Vmaf.Tests.Features;

/// <summary>
/// Figures of libvmaf f85a8536 on its plain C path (<c>vmaf --cpumask 4294967295 --no_prediction --feature …</c>, 17 digits) for the first
/// two frames of generated clips: clip, then extractor with options, then metric. Never recorded anew because a test fails.
/// </summary>
internal sealed class RecordedFigures
{
    private const int FrameCount = 2;

    private static readonly GoldenRecipe[] FurtherRecipes =
    [
        new("353x289_444_12_quantise", 353, 289, ChromaFormat.Yuv444, 12, 2, 31, Degradation.Quantise, 7),
        new("1920x1080_420_8_quantise", 1920, 1080, ChromaFormat.Yuv420, 8, 2, 1, Degradation.Quantise, 4),
    ];

    private readonly Dictionary<string, Dictionary<string, Dictionary<string, double[]>>> _figures;

    /// <summary>Reads a file in the folder of the feature tests.</summary>
    public RecordedFigures(params string[] path) =>
        _figures = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, double[]>>>>(
            File.ReadAllBytes(Repository.Combine(["tests", "Vmaf.Tests", "Features", .. path])))!;

    /// <summary>Clip and extractor of every recorded run.</summary>
    public TheoryData<string, string> Runs
    {
        get
        {
            var runs = new TheoryData<string, string>();
            foreach ((string clip, Dictionary<string, Dictionary<string, double[]>> specifications) in _figures)
            {
                foreach (string specification in specifications.Keys)
                {
                    runs.Add(clip, specification);
                }
            }

            return runs;
        }
    }

    /// <summary>Opens a side of a clip's pair.</summary>
    public static IFrameSource Open(string clip, bool isReference)
    {
        GoldenRecipe recipe = GoldenRecipes.All.Concat(FurtherRecipes).Single(recipe => recipe.Name == clip);
        return new ClipSource(isReference ? recipe.Reference() : recipe.Distorted(), clip);
    }

    /// <summary>Measures a recorded run with the tier of this process.</summary>
    public void AssertSame(string clip, string specification, double relativeTolerance)
    {
        Dictionary<string, double[]> expected = _figures[clip][specification];
        using IFrameSource reference = Open(clip, isReference: true);
        using IFrameSource distorted = Open(clip, isReference: false);
        using var run = new FeatureRun(reference.Format, SimdTiers.Current, specification);
        Assert.Equal(expected.Keys, run.Names);
        for (int frame = 0; frame < FrameCount; frame++)
        {
            double[] actual = run.Measure(reference, distorted);
            for (int metric = 0; metric < actual.Length; metric++)
            {
                double want = expected[run.Names[metric]][frame];
                Assert.True(
                    Math.Abs(want - actual[metric]) <= relativeTolerance * Math.Max(1, Math.Abs(want)),
                    $"{clip} frame {frame} {run.Names[metric]}: {actual[metric]:R} instead of {want:R}");
            }
        }
    }
}
