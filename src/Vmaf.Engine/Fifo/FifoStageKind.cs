namespace Vmaf.Engine.Fifo;

/// <summary>The two stages that a video may pass before it is measured; each has its own semaphore.</summary>
public enum FifoStageKind
{
    /// <summary>The source, decoded, cut, cropped and scaled as asked: the "workfile".</summary>
    Workfile,

    /// <summary>The workfile with its luma passed through a callback: the "procfile".</summary>
    Procfile,
}
