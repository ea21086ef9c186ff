using System.Diagnostics;
using System.Globalization;
using Vmaf.Benchmarks.WholeRun;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;

namespace Vmaf.Benchmarks.Explanations;

/// <summary>
/// Prints how fast scores are explained, the whole explanation included, and beside it a bare loop of native libsvm's
/// <c>svm_predict</c> over as many rows around the same frames.
/// </summary>
internal static class ExplainCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage = "explain --model <vmaf_v0.6.1.json> [--libsvm <libsvm.so>] [--frames 96] [--runs 5]";

    private static readonly int[] NeighborCounts = [100, 1000, 5000, 20000];
    private static readonly int[] ThreadCounts = [1, 2];

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Options as in <see cref="Usage"/>.</param>
    public static int Run(string[] arguments)
    {
        Dictionary<string, string> options = arguments.Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        if (!options.TryGetValue("--model", out string? modelPath))
        {
            Console.Error.WriteLine($"Usage: {Usage}");
            return 2;
        }

        int frameCount = int.Parse(options.GetValueOrDefault("--frames") ?? "96", CultureInfo.InvariantCulture);
        int runCount = int.Parse(options.GetValueOrDefault("--runs") ?? "5", CultureInfo.InvariantCulture);
        var model = VmafModel.Load(modelPath);
        FrameFeatures[] frames = MakeFrames(model, frameCount);
        using NativeLibsvm? native = options.TryGetValue("--libsvm", out string? library) ? new NativeLibsvm(library, modelPath) : null;

        Console.WriteLine(MachineDescription.Describe());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{frameCount} frames, {model.Features.Count} features, {model.Main.Regressor.SupportVectorCount} support vectors; best of {runCount} runs after one that is not counted."));
        Console.WriteLine();
        Console.WriteLine("| neighbours | rows | libsvm s | libsvm rows/s | threads | s | rows/s | times libsvm | allocated MB |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int neighborCount in NeighborCounts)
        {
            long rows = (long)frameCount * (neighborCount + 1);
            double? nativeSeconds = native is null ? null : MeasureNative(native, model, frames, neighborCount, runCount);
            foreach (int threadCount in ThreadCounts)
            {
                (double seconds, long allocated) = Measure(model, frames, neighborCount, threadCount, runCount);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {neighborCount} | {rows} | {nativeSeconds:F3} | {rows / nativeSeconds:F0} | {threadCount} | {seconds:F4} | {rows / seconds:F0} | {nativeSeconds / seconds:F1} | {allocated / 1e6:F2} |"));
            }
        }

        return 0;
    }

    /// <summary>Best time of some runs, and what one of them allocates, which is no less than its peak of managed memory.</summary>
    private static (double Seconds, long AllocatedBytes) Measure(
        VmafModel model, FrameFeatures[] frames, int neighborCount, int threadCount, int runCount)
    {
        var explainer = new ScoreExplainer(model, new LocalExplainerOptions { NeighborCount = neighborCount, MaximumThreadCount = threadCount });
        explainer.Explain(frames);
        double best = double.PositiveInfinity;
        long allocated = 0;
        for (int run = 0; run < runCount; run++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            long start = Stopwatch.GetTimestamp();
            explainer.Explain(frames);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        return (best, allocated);
    }

    /// <summary>Best time of some runs of the predictions alone; rows are made and put into libsvm's form outside.</summary>
    private static double MeasureNative(NativeLibsvm native, VmafModel model, FrameFeatures[] frames, int neighborCount, int runCount)
    {
        int featureCount = model.Features.Count;
        double[] center = new double[featureCount];
        double best = double.PositiveInfinity;
        for (int run = 0; run <= runCount; run++)
        {
            var random = new LegacyNumPyRandom(LocalExplainerOptions.DefaultSeed);
            double seconds = 0;
            foreach (FrameFeatures frame in frames)
            {
                model.Main.Normalize([.. frame.Values], 1, center);
                double[] rows = new double[(neighborCount + 1) * featureCount];
                random.FillNormals(rows.AsSpan(featureCount));
                for (int index = 0; index < rows.Length; index++)
                {
                    rows[index] += center[index % featureCount];
                }

                NativeLibsvm.Node[] nodes = NativeLibsvm.ToNodes(rows, featureCount);
                long start = Stopwatch.GetTimestamp();
                native.PredictAll(nodes, featureCount);
                seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            best = run == 0 ? best : Math.Min(best, seconds);
        }

        return best;
    }

    /// <summary>Frames of many qualities, as a clip with a bad encode would have them.</summary>
    private static FrameFeatures[] MakeFrames(VmafModel model, int count) =>
    [
        .. Enumerable.Range(0, count).Select(frame => new FrameFeatures(
            frame,
            [.. model.Features.Select((feature, index) => feature.Name.Contains("motion", StringComparison.Ordinal)
                ? 2 + (frame % 7)
                : 1 - (0.5 * ((frame + (5 * index)) % count) / count))])),
    ];
}
