using System.IO.Pipes;
using Vmaf.Engine.Fifo.Writer;

namespace Vmaf.Engine.Fifo.Windows;

/// <summary>A named pipe of Windows, for the current user only; it stands in for a FIFO.</summary>
internal sealed class WindowsPipeTarget(string pipeName) : IWriterTarget
{
    private const int BufferSize = 1 << 20;

    private NamedPipeServerStream? _pipe;

    /// <inheritdoc/>
    public string? DecoderPath => null;

    /// <inheritdoc/>
    public void Create() => _pipe = new NamedPipeServerStream(
        pipeName, PipeDirection.Out, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly, 0, BufferSize);

    /// <inheritdoc/>
    public Stream OpenStream(CancellationToken cancellationToken)
    {
        NamedPipeServerStream pipe = _pipe ?? throw new InvalidOperationException("The pipe has not been made yet.");
        pipe.WaitForConnectionAsync(cancellationToken).GetAwaiter().GetResult();
        return pipe;
    }

    /// <inheritdoc/>
    public void Dispose() => _pipe?.Dispose();
}
