using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>Writes the frames of a workfile with their luma passed through a named callback.</summary>
internal sealed class ProcessedProducer(ProcessedInput input) : IFrameProducer
{
    /// <inheritdoc/>
    public void Produce(IWriterTarget target, CancellationToken cancellationToken)
    {
        var processor = new LumaProcessor(LumaCallbacks.Find(input.Callback), input.Format.BitDepth);

        // Opening a FIFO waits for its writer. If that one never comes, the parent ends this process.
        Stream workfile = OperatingSystem.IsWindows() && !File.Exists(input.SourcePath)
            ? WindowsPipeSource.Connect(input.SourcePath, cancellationToken)
            : new FileStream(input.SourcePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        using var source = new RawYuvReader(workfile, input.SourcePath, input.Format);
        FrameWriter.Copy(source, target, processor.Apply, cancellationToken);
    }
}
