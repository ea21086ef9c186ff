using BenchmarkDotNet.Running;
using Vmaf.Benchmarks.Explanations;
using Vmaf.Benchmarks.FifoRuns;
using Vmaf.Benchmarks.Startups;
using Vmaf.Benchmarks.WholeRun;

namespace Vmaf.Benchmarks;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case [ProcessMeter.ChildMode, .. string[] command]:
                return ProcessMeter.RunOne(command);
            case ["compare", .. string[] options]:
                return CompareCommand.Run(options);
            case ["steady", .. string[] options]:
                return SteadyCommand.Run(options);
            case ["explain", .. string[] options]:
                return ExplainCommand.Run(options);
            case ["startups", .. string[] options]:
                return StartupsCommand.Run(options);
            case ["fifo", .. string[] options]:
                return FifoCommand.Run(options);
            default:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
                return 0;
        }
    }
}
