using Vmaf.Engine.Fifo;

namespace Vmaf.Cli;

internal static class Program
{
    private static int Main(string[] arguments) => arguments is [FifoWriterHost.Verb] ? FifoWriterHost.Run() : 0;
}
