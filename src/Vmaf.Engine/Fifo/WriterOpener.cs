using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Fifo;

/// <summary>Opens a side by a writer process.</summary>
internal sealed class WriterOpener(
    FifoSession session, VideoSide side, string targetPath, string sourcePath, WriterInput input, FifoWriterProgram? program = null) : IStageOpener
{
    private FifoWriterProcess? _writer;

    /// <inheritdoc/>
    public VideoSide Side => side;

    /// <inheritdoc/>
    public string TargetPath => targetPath;

    /// <summary>Where the writer gets its frames from.</summary>
    public WriterInput Input => input;

    /// <summary>The writer process, once begun.</summary>
    public FifoWriterProcess Writer => _writer ?? throw new InvalidOperationException("The opener has not begun.");

    /// <inheritdoc/>
    public void Begin(INamedSemaphore semaphore)
    {
        var request = new FifoWriterRequest(targetPath, semaphore.Name, session.Folder, input);
        string sideName = side == VideoSide.Reference ? "reference" : "distorted video";
        _writer = FifoWriterProcess.Start(request, $"{sideName} '{sourcePath}'", program);
        session.Own(_writer);
    }

    /// <inheritdoc/>
    public VmafException? FailureBeforeReady() => Writer.IsSettled ? Writer.Failure("before it was ready") : null;
}
