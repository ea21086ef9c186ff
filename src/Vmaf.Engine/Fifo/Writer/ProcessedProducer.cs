using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Fifo.Windows;
using Vmaf.Engine.Video;
using Vmaf.Engine.Video.Luma;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Writes the frames of a workfile with their luma passed through a named callback.</summary>
internal sealed class ProcessedProducer(ProcessedInput input) : IFrameProducer
{
    /// <inheritdoc/>
    public void Produce(IWriterTarget target, CancellationToken cancellationToken)
    {
        var processor = new LumaProcessor(LumaCallbacks.Find(input.Callback), input.Format.BitDepth);

        using var source = new RawYuvReader(OpenWorkfile(cancellationToken), input.SourcePath, input.Format);
        FrameWriter.Copy(source, target, processor.Apply, cancellationToken);
    }

    /// <summary>Opening a FIFO waits for its writer. If that one never comes, the parent ends this process.</summary>
    private Stream OpenWorkfile(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() && !File.Exists(input.SourcePath))
        {
            return WindowsPipeSource.Connect(input.SourcePath, cancellationToken);
        }

        try
        {
            return new FileStream(input.SourcePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (FileNotFoundException cause)
        {
            throw new VmafException(
                VmafErrorIds.FileEmpty, $"The workfile '{input.SourcePath}' got no frames.", "See whether the video plays.", input.SourcePath, cause);
        }
    }
}
