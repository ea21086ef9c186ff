namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Measures what a frame costs once a run is going: short and long runs of both programs in turn.</summary>
/// <param name="ownTool">Path of our <c>vmaf</c>.</param>
/// <param name="peerTool">Path of libvmaf's <c>vmaf</c>.</param>
/// <param name="runCount">Number of costs to take of each.</param>
internal sealed class SteadyState(string ownTool, string peerTool, int runCount)
{
    /// <summary>A short run has this part of a long run's frames.</summary>
    private const int ShortRunDivisor = 4;

    /// <summary>Measures both programs.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="frameCount">Frames of a long run.</param>
    /// <param name="threadCount">Threads given to both.</param>
    /// <param name="arguments">Arguments that both understand.</param>
    public (IReadOnlyList<FrameCost> Own, IReadOnlyList<FrameCost> Peer) Measure(
        BenchmarkClip clip, int frameCount, int threadCount, IReadOnlyList<string> arguments)
    {
        var own = new List<FrameCost>();
        var peer = new List<FrameCost>();
        int few = Math.Max(1, frameCount / ShortRunDivisor);
        for (int run = 0; run < runCount; run++)
        {
            own.Add(FrameCost.Between(Run(ownTool, few), Run(ownTool, frameCount), frameCount - few));
            peer.Add(FrameCost.Between(Run(peerTool, few), Run(peerTool, frameCount), frameCount - few));
        }

        return (own, peer);

        Measurement Run(string tool, int frames)
        {
            string[] command =
            [
                tool, "-r", clip.Reference, "-d", clip.Distorted, "-q", "--frame_cnt", $"{frames}", "--threads", $"{threadCount}",
                "--json", "-o", "/dev/null", .. arguments,
            ];
            Measurement measurement = ProcessMeter.Run(command, new Dictionary<string, string>());
            return measurement.ExitCode == 0
                ? measurement
                : throw new InvalidOperationException($"Exit code {measurement.ExitCode}: {string.Join(' ', command)}");
        }
    }
}
