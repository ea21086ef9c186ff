using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks.FifoRuns;

/// <summary>A pair as it goes through FIFOs.</summary>
/// <param name="Name">What the videos are, for the table.</param>
/// <param name="Clip">The videos.</param>
/// <param name="IsEncoded">Whether ffmpeg decodes them; else the writers only copy.</param>
internal sealed record FifoInput(string Name, BenchmarkClip Clip, bool IsEncoded);
