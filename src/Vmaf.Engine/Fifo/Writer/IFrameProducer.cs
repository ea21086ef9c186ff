namespace Vmaf.Engine.Fifo.Writer;

/// <summary>Writes the frames of one video to a target.</summary>
internal interface IFrameProducer
{
    /// <summary>Writes all frames; returns when they are written, or when the reader wants no more.</summary>
    /// <param name="target">The target, made already.</param>
    /// <param name="cancellationToken">Ends the work, and with it any decoder.</param>
    /// <exception cref="Errors.VmafException">The video cannot be read or decoded.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    void Produce(IWriterTarget target, CancellationToken cancellationToken);
}
