using System.Diagnostics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Simd;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>
/// How long one frame takes from opening its files to its score, in this process, whose kernels are compiled by then: what a program
/// that keeps the engine loaded sees.
/// </summary>
internal static class FrameLatency
{
    private const int UncountedRuns = 10;

    /// <summary>Measures the first frame of a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="model">The model.</param>
    /// <param name="threadCount">Measuring threads.</param>
    /// <param name="runCount">Number of times.</param>
    /// <returns>Milliseconds of each time.</returns>
    public static IReadOnlyList<double> Measure(BenchmarkClip clip, VmafModel model, int threadCount, int runCount)
    {
        var milliseconds = new List<double>();
        var options = new ScoringOptions { Models = [model], ThreadCount = threadCount, Tier = SimdTiers.Current };
        for (int run = -UncountedRuns; run < runCount; run++)
        {
            long start = Stopwatch.GetTimestamp();
            using (var clips = ClipPair.Open(clip.Reference, clip.Distorted, new ClipPairOptions { MaximumFrames = 1 }))
            {
                QualityScorer.Score(clips, options);
            }

            if (run >= 0)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return milliseconds;
    }
}
