using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>Opens a side by a writer process.</summary>
/// <param name="session">The session that owns the writer.</param>
/// <param name="side">Which of the two videos.</param>
/// <param name="targetPath">The FIFO that the writer makes.</param>
/// <param name="sourcePath">The video, for messages.</param>
/// <param name="input">Where the writer gets its frames from.</param>
/// <param name="program">The program that hosts it; <see langword="null"/> for the default.</param>
/// <param name="preparation">What may have started it already.</param>
/// <param name="feeder">The opener of the FIFO that its frames come from; <see langword="null"/> where they come from a file.</param>
internal sealed class WriterOpener(
    FifoSession session,
    VideoSide side,
    string targetPath,
    string sourcePath,
    WriterInput input,
    FifoWriterProgram? program = null,
    DecodingPreparation? preparation = null,
    WriterOpener? feeder = null) : IStageOpener
{
    private FifoWriterProcess? _writer;

    /// <inheritdoc/>
    public VideoSide Side => side;

    /// <inheritdoc/>
    public string TargetPath => targetPath;

    /// <summary>Where the writer gets its frames from.</summary>
    public WriterInput Input => input;

    /// <summary>The opener of the FIFO that its frames come from, if they come from one.</summary>
    public WriterOpener? Feeder => feeder;

    /// <summary>The writer process, once begun.</summary>
    public FifoWriterProcess Writer => _writer ?? throw new InvalidOperationException("The opener has not begun.");

    /// <inheritdoc/>
    public void Begin(INamedSemaphore semaphore)
    {
        _writer = preparation?.TakeWriter() ?? FifoWriterProcess.Launch(Describe(side, sourcePath), program);
        session.Own(_writer);
        _writer.Send(new FifoWriterRequest(targetPath, semaphore.Name, session.Folder, input));
    }

    /// <summary>What a writer does, for messages.</summary>
    public static string Describe(VideoSide side, string sourcePath) =>
        $"{(side == VideoSide.Reference ? "reference" : "distorted video")} '{sourcePath}'";

    /// <inheritdoc/>
    public VmafException? FailureBeforeReady() => Writer.IsSettled ? Writer.Failure("before it was ready") : null;
}
