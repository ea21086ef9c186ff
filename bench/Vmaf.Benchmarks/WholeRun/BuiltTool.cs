using System.Reflection;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>The <c>vmaf</c> program of this source tree.</summary>
internal static class BuiltTool
{
    /// <summary>Full path of the program.</summary>
    public static string Path { get; } = System.IO.Path.Combine(
        typeof(BuiltTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "ToolFolder").Value!,
        OperatingSystem.IsWindows() ? "vmaf.exe" : "vmaf");
}
