using Vmaf.Engine.Fifo.Writer;

namespace Vmaf.Cli;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is [FifoWriterHost.Verb])
        {
            return FifoWriterHost.Run();
        }

        using var cancellation = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The second time, the process just ends.
            pressed.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        };
        return new Tool(Console.Out, Console.Error, isTerminal: !Console.IsErrorRedirected).Run(arguments, cancellation.Token);
    }
}
