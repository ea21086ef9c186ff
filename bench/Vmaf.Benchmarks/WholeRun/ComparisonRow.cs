using System.Globalization;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>What a scenario gave.</summary>
/// <param name="Scenario">The job.</param>
/// <param name="Own">Our runs, in order.</param>
/// <param name="Peer">libvmaf's runs, each right after ours of the same index.</param>
internal sealed record ComparisonRow(Scenario Scenario, IReadOnlyList<Measurement> Own, IReadOnlyList<Measurement> Peer)
{
    /// <summary>Head of the Markdown table.</summary>
    public const string TableHead =
        "| job | threads | ours, fps | libvmaf, fps | fps ratio: median (min–max) | CPU ms/frame, ours / libvmaf | peak MiB, ours / libvmaf |\n"
        + "|---|---|---|---|---|---|---|";

    /// <summary>The row as Markdown.</summary>
    public override string ToString()
    {
        var ratio = new Spread(Own.Zip(Peer, static (own, peer) => peer.WallSeconds / own.WallSeconds));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {Scenario.Name} | {Scenario.ThreadCount} | {FramesPerSecond(Own):0.0} | {FramesPerSecond(Peer):0.0} | **{ratio.ToString("0.00")}** | {CpuMilliseconds(Own):0.0} / {CpuMilliseconds(Peer):0.0} | {Memory(Own):0} / {Memory(Peer):0} |");
    }

    private static double Memory(IEnumerable<Measurement> runs) => new Spread(runs.Select(static run => run.PeakMemoryMebibytes)).Median;

    private double FramesPerSecond(IEnumerable<Measurement> runs) => Scenario.FrameCount / new Spread(runs.Select(static run => run.WallSeconds)).Median;

    private double CpuMilliseconds(IEnumerable<Measurement> runs) => 1000 * new Spread(runs.Select(static run => run.CpuSeconds)).Median / Scenario.FrameCount;
}
