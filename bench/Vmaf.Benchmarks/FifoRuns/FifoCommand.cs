using System.Globalization;
using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks.FifoRuns;

/// <summary>
/// Prints, as a Markdown table, what the way through FIFOs costs: start-up, which shows in runs of two frames, and whole runs. With
/// one measuring thread and an encoder whose videos are decoded easily, decoding has the second processor of a machine to itself.
/// </summary>
internal static class FifoCommand
{
    /// <summary>Runs so short that nearly all is start-up.</summary>
    private const int StartupFrameCount = 2;

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">Options as in <see cref="FifoOptions.Usage"/>.</param>
    public static int Run(string[] arguments)
    {
        if (FifoOptions.Parse(arguments) is not { } options)
        {
            return 2;
        }

        BenchmarkClip files = new ClipLibrary(options.ClipFolder).Get(options.Width, options.Height, 8, options.FrameCount);
        FifoInput[] inputs = [.. FifoInputs.Of(files, options)];
        var comparison = new FifoComparison(options, files);
        Console.WriteLine(MachineDescription.Describe());
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Width}x{options.Height}, {options.ThreadCount} measuring thread(s), median wall seconds of {options.RunCount} runs in turns, processor seconds of all processes in brackets."));
        Console.WriteLine();
        Console.WriteLine(FifoComparison.TableHead);
        foreach (int frames in new[] { StartupFrameCount, options.FrameCount })
        {
            foreach (FifoInput input in inputs)
            {
                Console.WriteLine(comparison.Measure(input, frames));
            }
        }

        return 0;
    }
}
