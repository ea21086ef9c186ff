using System.Globalization;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Prints the comparison with libvmaf as a Markdown table.</summary>
internal static class CompareCommand
{
    /// <summary>How the command is called.</summary>
    public const string Usage =
        "compare --libvmaf <its vmaf program> --models <folder with official model files> [--tool <our vmaf program>] [--clips <folder>] [--runs 5] [--frames 60] [--rows <text>]";

    private const int DefaultFrameCount = 60;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Options as in <see cref="Usage"/>.</param>
    public static int Run(string[] arguments)
    {
        if (ComparisonOptions.Parse(arguments, Usage, DefaultFrameCount) is not { } options)
        {
            return 2;
        }

        var comparison = new Comparison(options.OwnTool, options.PeerTool, options.RunCount);
        Console.WriteLine(MachineDescription.Describe());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{options.RunCount} counted pairs of runs a row, alternating, after one that is not counted."));
        Console.WriteLine();
        Console.WriteLine(ComparisonRow.TableHead);
        foreach (Scenario scenario in new Scenarios(options.Clips, options.ModelFolder, options.FrameCount).All())
        {
            if (scenario.Name.Contains(options.Rows, StringComparison.OrdinalIgnoreCase))
            {
                Console.WriteLine(comparison.Measure(scenario));
            }
        }

        return 0;
    }
}
