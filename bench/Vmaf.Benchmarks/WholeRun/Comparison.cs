namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Runs both programs in turn, A B A B …, so that a drift of the machine's speed hits both; ratios are taken pair by pair.</summary>
internal sealed class Comparison
{
    private readonly string _ownTool;
    private readonly string _peerTool;
    private readonly int _runCount;

    /// <summary>Prepares a comparison.</summary>
    /// <param name="ownTool">Path of our <c>vmaf</c>.</param>
    /// <param name="peerTool">Path of libvmaf's <c>vmaf</c>.</param>
    /// <param name="runCount">Counted pairs; one pair more is run first and not counted.</param>
    public Comparison(string ownTool, string peerTool, int runCount)
    {
        _ownTool = ownTool;
        _peerTool = peerTool;
        _runCount = runCount;
    }

    /// <summary>Measures one scenario.</summary>
    /// <param name="scenario">The job.</param>
    public ComparisonRow Measure(Scenario scenario)
    {
        string[] job = ["-r", scenario.Clip.Reference, "-d", scenario.Clip.Distorted, "-q", "--frame_cnt", $"{scenario.FrameCount}", "--threads", $"{scenario.ThreadCount}", "--json", "-o", "/dev/null", .. scenario.Arguments];
        string[] own = [_ownTool, .. job];
        string[] peer = [_peerTool, .. job, "--cpumask", $"{scenario.PeerInstructionMask}"];
        Dictionary<string, string> none = [];
        var ownRuns = new List<Measurement>();
        var peerRuns = new List<Measurement>();
        for (int run = -1; run < _runCount; run++)
        {
            Measurement ownRun = Succeeded(ProcessMeter.Run(own, scenario.Environment), own);
            Measurement peerRun = Succeeded(ProcessMeter.Run(peer, none), peer);
            if (run >= 0)
            {
                ownRuns.Add(ownRun);
                peerRuns.Add(peerRun);
            }
        }

        return new ComparisonRow(scenario, ownRuns, peerRuns);
    }

    private static Measurement Succeeded(Measurement measurement, IEnumerable<string> command) =>
        measurement.ExitCode == 0
            ? measurement
            : throw new InvalidOperationException($"Exit code {measurement.ExitCode}: {string.Join(' ', command)}");
}
