namespace Vmaf.Benchmarks.WholeRun;

/// <summary>One row of the comparison: the same job for both programs.</summary>
/// <param name="Name">What the row shows.</param>
/// <param name="Clip">The clip pair.</param>
/// <param name="FrameCount">Number of frames scored.</param>
/// <param name="Arguments">Arguments that both programs understand.</param>
/// <param name="ThreadCount">Threads given to both.</param>
internal sealed record Scenario(string Name, BenchmarkClip Clip, int FrameCount, IReadOnlyList<string> Arguments, int ThreadCount)
{
    /// <summary>libvmaf's <c>--cpumask</c>: 0 leaves all instruction sets on.</summary>
    public long PeerInstructionMask { get; init; }

    /// <summary>Our environment, to lower the instruction set by the same amount.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
