using System.Globalization;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Prints the comparison with libvmaf as a Markdown table.</summary>
internal static class CompareCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage =
        "compare --libvmaf <its vmaf program> --models <folder with official model files> [--tool <our vmaf program>] [--clips <folder>] [--runs 5] [--frames 60] [--rows <text>]";

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Options as in <see cref="Usage"/>.</param>
    public static int Run(string[] arguments)
    {
        Dictionary<string, string> options = Parse(arguments);
        if (!options.TryGetValue("--libvmaf", out string? peer) || !options.TryGetValue("--models", out string? models))
        {
            Console.Error.WriteLine($"Usage: {Usage}");
            return 2;
        }

        string tool = options.GetValueOrDefault("--tool") ?? BuiltTool.Path;
        var clips = new ClipLibrary(options.GetValueOrDefault("--clips") ?? Path.Combine(Path.GetTempPath(), "vmaf-benchmark-clips"));
        int runCount = int.Parse(options.GetValueOrDefault("--runs") ?? "5", CultureInfo.InvariantCulture);
        int frameCount = int.Parse(options.GetValueOrDefault("--frames") ?? "60", CultureInfo.InvariantCulture);
        string rows = options.GetValueOrDefault("--rows") ?? string.Empty;
        var comparison = new Comparison(tool, peer, runCount);
        Console.WriteLine(MachineDescription.Describe());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runCount} counted pairs of runs a row, alternating, after one that is not counted."));
        Console.WriteLine();
        Console.WriteLine(ComparisonRow.TableHead);
        foreach (Scenario scenario in new Scenarios(clips, Path.GetFullPath(models), frameCount).All())
        {
            if (scenario.Name.Contains(rows, StringComparison.OrdinalIgnoreCase))
            {
                Console.WriteLine(comparison.Measure(scenario));
            }
        }

        return 0;
    }

    private static Dictionary<string, string> Parse(string[] arguments)
    {
        if (arguments.Length % 2 != 0)
        {
            throw new ArgumentException($"Options come in pairs of name and value. Usage: {Usage}", nameof(arguments));
        }

        return arguments.Chunk(2).ToDictionary(static pair => pair[0], static pair => pair[1]);
    }
}
