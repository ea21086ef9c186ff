using System.Globalization;
using System.Runtime.InteropServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Says what the figures were measured on.</summary>
internal static class MachineDescription
{
    /// <summary>Processor, cores, operating system, runtime and instruction set, in one line.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Processor()}, {Environment.ProcessorCount} logical processors; {RuntimeInformation.OSDescription.Trim()}; {RuntimeInformation.FrameworkDescription}; {SimdTiers.Best}.");

    private static string Processor()
    {
        const string Information = "/proc/cpuinfo";
        string? line = File.Exists(Information)
            ? File.ReadLines(Information).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
