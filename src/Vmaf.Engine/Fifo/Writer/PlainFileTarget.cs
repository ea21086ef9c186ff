namespace Vmaf.Engine.Fifo.Writer;

/// <summary>A plain file instead of a FIFO: first made empty, then filled.</summary>
internal sealed class PlainFileTarget(string path) : IWriterTarget
{
    /// <inheritdoc/>
    public string? DecoderPath => path;

    /// <inheritdoc/>
    public void Create() => File.WriteAllBytes(path, []);

    /// <inheritdoc/>
    public Stream OpenStream(CancellationToken cancellationToken) =>
        new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The file is what was asked for; whoever asked removes it.
    }
}
