using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;

namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Writes all frames of a video to a plain file, in this process.</summary>
internal static class PlainWorkfile
{
    /// <summary>Writes the file; one that is there is replaced, an unfinished one removed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="input">Where the frames come from.</param>
    /// <param name="report">Told of a decoder that is started, and of its complaints.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="VmafException">
    /// The file cannot be written (<see cref="VmafErrorIds.TemporaryFolderUnusable"/>), or the video cannot be read or decoded.
    /// </exception>
    public static void Write(string path, WriterInput input, Action<FifoWriterReport> report, CancellationToken cancellationToken)
    {
        try
        {
            using var target = new PlainFileTarget(path);
            target.Create();
            FrameProducers.For(input, report).Produce(target, cancellationToken);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            RemoveUnfinished(path);
            throw new VmafException(
                VmafErrorIds.TemporaryFolderUnusable,
                $"The file '{path}' could not be written: {cause.Message}",
                "Make room on the disk, set TMPDIR to a folder with more of it, or use FIFOs, which need none.",
                path,
                cause);
        }
        catch
        {
            RemoveUnfinished(path);
            throw;
        }
    }

    private static void RemoveUnfinished(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its folder is gone, or was never there.
        }
    }
}
