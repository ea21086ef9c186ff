using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>Makes one side of a stage available. Whatever it does, it releases the stage's semaphore once.</summary>
internal interface IStageOpener
{
    /// <summary>Which video it opens.</summary>
    VideoSide Side { get; }

    /// <summary>Path of the FIFO that is awaited.</summary>
    string TargetPath { get; }

    /// <summary>Begins; does not wait.</summary>
    /// <param name="semaphore">The stage's semaphore.</param>
    void Begin(INamedSemaphore semaphore);

    /// <summary>The error that ended it, if it can no longer release.</summary>
    VmafException? FailureBeforeReady();
}
