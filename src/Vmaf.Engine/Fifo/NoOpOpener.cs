using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>Opens nothing, for a side that is not read; it releases all the same, since the stage counts on it.</summary>
internal sealed class NoOpOpener(VideoSide side, string targetPath) : IStageOpener
{
    /// <inheritdoc/>
    public VideoSide Side => side;

    /// <inheritdoc/>
    public string TargetPath => targetPath;

    /// <inheritdoc/>
    public void Begin(INamedSemaphore semaphore) => semaphore.Release();

    /// <inheritdoc/>
    public VmafException? FailureBeforeReady() => null;
}
