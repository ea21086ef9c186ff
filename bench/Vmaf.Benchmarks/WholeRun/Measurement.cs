namespace Vmaf.Benchmarks.WholeRun;

/// <summary>What one whole process took.</summary>
/// <param name="WallSeconds">From start to exit.</param>
/// <param name="CpuSeconds">User and system time of the process.</param>
/// <param name="PeakMemoryMebibytes">Largest resident set.</param>
/// <param name="ExitCode">Exit code of the process.</param>
internal sealed record Measurement(double WallSeconds, double CpuSeconds, double PeakMemoryMebibytes, int ExitCode);
