namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Where a writer's frames go: a FIFO, a named pipe, or a plain file.</summary>
internal interface IWriterTarget : IDisposable
{
    /// <summary>The path that a decoder can write to by itself; <see langword="null"/> where its output has to be copied.</summary>
    string? DecoderPath { get; }

    /// <summary>Makes the FIFO, pipe or empty file. A FIFO or file that is there already is replaced.</summary>
    void Create();

    /// <summary>Opens it for writing, waiting for a reader if it needs one.</summary>
    /// <param name="cancellationToken">Ends the wait, and later writes.</param>
    Stream OpenStream(CancellationToken cancellationToken);
}
