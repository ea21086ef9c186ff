using System.IO.Pipes;

namespace Vmaf.Engine.Fifo.Windows;

/// <summary>Opens the reading end of a named pipe of Windows.</summary>
internal static class WindowsPipeSource
{
    private const string ThisMachine = ".";

    /// <summary>Connects to a pipe, waiting until it is there.</summary>
    /// <param name="pipeName">The pipe's name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static Stream Connect(string pipeName, CancellationToken cancellationToken)
    {
        var pipe = new NamedPipeClientStream(ThisMachine, pipeName, PipeDirection.In, PipeOptions.Asynchronous);
        try
        {
            pipe.ConnectAsync(cancellationToken).GetAwaiter().GetResult();
            return pipe;
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }
}
