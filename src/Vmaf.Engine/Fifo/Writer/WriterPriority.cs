using Vmaf.Engine.Fifo.Posix;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>
/// Lets measuring go before decoding where both want a processor: a decoder that is ahead waits for its FIFO to be read anyway, and one
/// that is behind is waited for, which leaves it the processor.
/// </summary>
internal static class WriterPriority
{
    private const int OwnProcess = 0;
    private const int Nicer = 10;

    /// <summary>Lowers the priority of the calling thread of a writer, and with it of the programs it starts. Without it, all is only slower.</summary>
    public static void Lower()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = PosixFunctions.SetPriority(which: OwnProcess, who: 0, Nicer);
        }
    }
}
