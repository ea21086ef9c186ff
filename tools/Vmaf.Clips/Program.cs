using Vmaf.Clips.Commands;

namespace Vmaf.Clips;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        try
        {
            switch (arguments)
            {
                case ["samples", .. var rest]:
                    SamplesCommand.Run(rest);
                    return 0;
                case ["make", .. var rest]:
                    MakeCommand.Run(rest);
                    return 0;
                case ["record-golden", .. var rest]:
                    RecordGoldenCommand.Run(rest);
                    return 0;
                default:
                    Console.Error.WriteLine($"Usage:\n  {SamplesCommand.Usage}\n  {MakeCommand.Usage}\n  {RecordGoldenCommand.Usage}");
                    return 2;
            }
        }
        catch (Exception problem) when (problem is ArgumentException or FormatException or IOException or InvalidOperationException)
        {
            Console.Error.WriteLine(problem.Message);
            return 1;
        }
    }
}
