namespace Vmaf.Benchmarks.WholeRun;

/// <summary>What each further frame costs.</summary>
/// <param name="WallMilliseconds">Time.</param>
/// <param name="CpuMilliseconds">User and system time.</param>
internal sealed record FrameCost(double WallMilliseconds, double CpuMilliseconds)
{
    /// <summary>The cost that two runs of different length show; what a run takes once drops out.</summary>
    /// <param name="few">The shorter run.</param>
    /// <param name="many">The longer run.</param>
    /// <param name="frames">How many more frames it has.</param>
    public static FrameCost Between(Measurement few, Measurement many, int frames) =>
        new(1000 * (many.WallSeconds - few.WallSeconds) / frames, 1000 * (many.CpuSeconds - few.CpuSeconds) / frames);
}
