using System.Globalization;
using Vmaf.Engine.Models;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>
/// Prints, as Markdown tables, what a frame costs once a run is going, by size and number of threads, and how long a single frame takes
/// in a process that is warm. Start-up is in none of the figures but libvmaf's single frame, which only comes as a whole process.
/// </summary>
internal static class SteadyCommand
{
    private const string Usage =
        "steady --libvmaf <its vmaf program> --models <folder with official model files> [--tool <our vmaf program>] [--clips <folder>] [--runs 5] [--frames 200] [--rows <part of a size>]";

    private const int DefaultFrameCount = 200;
    private const int LatencyRuns = 40;
    private const int HdSamples = 1920 * 1080;

    private static readonly (int Width, int Height)[] Sizes = [(640, 360), (1280, 720), (1920, 1080), (3840, 2160)];

    private static readonly int[] ThreadCounts = [1, 2, 4];

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Options.</param>
    public static int Run(string[] arguments)
    {
        if (ComparisonOptions.Parse(arguments, Usage, DefaultFrameCount) is not { } options)
        {
            return 2;
        }

        string model = Path.Combine(options.ModelFolder, "vmaf_v0.6.1.json");
        Console.WriteLine(MachineDescription.Describe());
        Console.WriteLine();
        PrintCosts(options, model);
        Console.WriteLine();
        PrintLatencies(options, model);
        return 0;
    }

    private static IEnumerable<(int Width, int Height)> SizesOf(ComparisonOptions options) =>
        Sizes.Where(size => $"{size.Width}x{size.Height}".Contains(options.Rows, StringComparison.Ordinal));

    /// <summary>Longer runs of smaller pictures, a third of the frames of larger ones.</summary>
    private static int FrameCount(int width, int height, int hdFrameCount) =>
        width * height > HdSamples ? hdFrameCount / 3 : Math.Min(hdFrameCount * (HdSamples / (width * height)), 4 * hdFrameCount);

    private static void PrintCosts(ComparisonOptions options, string model)
    {
        var steady = new SteadyState(options.OwnTool, options.PeerTool, options.RunCount);
        Console.WriteLine("| v0.6.1, 8-bit | threads | ours, ms/frame | libvmaf, ms/frame | ratio: median (min–max) | CPU ms/frame, ours / libvmaf |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach ((int width, int height) in SizesOf(options))
        {
            int frames = FrameCount(width, height, options.FrameCount);
            BenchmarkClip clip = options.Clips.Get(width, height, 8, frames);
            foreach (int threads in ThreadCounts)
            {
                (IReadOnlyList<FrameCost> own, IReadOnlyList<FrameCost> peer) = steady.Measure(clip, frames, threads, ["-m", $"path={model}:name=vmaf"]);
                var ratio = new Spread(own.Zip(peer, static (a, b) => b.WallMilliseconds / a.WallMilliseconds));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {width}×{height} | {threads} | {Wall(own):0.0} | {Wall(peer):0.0} | **{ratio.ToString("0.00")}** | {Cpu(own):0.0} / {Cpu(peer):0.0} |"));
            }
        }
    }

    private static void PrintLatencies(ComparisonOptions options, string model)
    {
        Console.WriteLine("| one frame, v0.6.1, 8-bit | threads | ours, warm process: median (min–max) ms | libvmaf, whole process: median (min–max) ms |");
        Console.WriteLine("|---|---|---|---|");
        VmafModel loaded = VmafModel.Load(model);
        foreach ((int width, int height) in SizesOf(options))
        {
            BenchmarkClip clip = options.Clips.Get(width, height, 8, FrameCount(width, height, options.FrameCount));
            foreach (int threads in ThreadCounts)
            {
                string[] command =
                [
                    options.PeerTool, "-r", clip.Reference, "-d", clip.Distorted, "-q", "--frame_cnt", "1", "--threads", $"{threads}", "--json", "-o", "/dev/null",
                    "-m", $"path={model}:name=vmaf",
                ];
                var whole = new Spread(Enumerable.Range(0, options.RunCount)
                    .Select(_ => 1000 * ProcessMeter.Run(command, new Dictionary<string, string>()).WallSeconds));
                var warm = new Spread(FrameLatency.Measure(clip, loaded, threads, LatencyRuns));
                Console.WriteLine($"| {width}×{height} | {threads} | **{warm.ToString("0.0")}** | {whole.ToString("0")} |");
            }
        }
    }

    private static double Wall(IEnumerable<FrameCost> costs) => new Spread(costs.Select(static cost => cost.WallMilliseconds)).Median;

    private static double Cpu(IEnumerable<FrameCost> costs) => new Spread(costs.Select(static cost => cost.CpuMilliseconds)).Median;
}
