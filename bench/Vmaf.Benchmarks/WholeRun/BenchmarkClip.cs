namespace Vmaf.Benchmarks.WholeRun;

/// <summary>A reference and a distorted y4m file.</summary>
/// <param name="Reference">Path of the reference.</param>
/// <param name="Distorted">Path of the distorted video.</param>
internal sealed record BenchmarkClip(string Reference, string Distorted);
