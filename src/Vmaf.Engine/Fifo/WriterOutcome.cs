using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// How the writer of a video ended, and the one that feeds it where its frames come from another FIFO. A feeder that fails looks to the
/// writer like the end of its input, so that the writer alone cannot tell.
/// </summary>
/// <param name="writer">The writer whose FIFO is read.</param>
/// <param name="feeder">The writer that it reads from; <see langword="null"/> where it reads a file.</param>
internal sealed class WriterOutcome(FifoWriterProcess writer, FifoWriterProcess? feeder)
{
    /// <summary>Whether all is known that <see cref="Failure"/> needs.</summary>
    public bool IsSettled => HasDied || (writer.IsSettled && (feeder is null or { IsSettled: true } || !IsOfInput(writer.FailureId)));

    /// <summary>Whether one of the two is gone without having said how it ended.</summary>
    public bool HasDied => writer.HasDied || feeder is { HasDied: true };

    /// <summary>What the decoders complained about although they wrote all frames. Ask when settled.</summary>
    public IEnumerable<string> Complaints => new[] { feeder?.Complaint, writer.Complaint }.OfType<string>();

    /// <summary>Waits for the writer; where it has ended, for the feeder as far as that matters.</summary>
    /// <param name="timeout">How long to wait at most for each.</param>
    public void Wait(TimeSpan timeout)
    {
        if (writer.WaitUntilSettled(timeout) && !IsSettled)
        {
            feeder?.WaitUntilSettled(timeout);
        }
    }

    /// <summary>The error that ended it, once settled; <see langword="null"/> if all frames were written.</summary>
    /// <param name="whileDoing">What was going on, for the message, such as <c>before it was ready</c>.</param>
    public VmafException? Failure(string whileDoing)
    {
        bool isOfInput = !writer.IsSettled || (!writer.HasDied && IsOfInput(writer.FailureId));
        return (isOfInput && feeder is { IsSettled: true } ? feeder.Failure(whileDoing) : null) ?? writer.Failure(whileDoing);
    }

    /// <summary>Whether an input that ended too early gives this error, or none.</summary>
    private static bool IsOfInput(string? errorId) => errorId is null or VmafErrorIds.TruncatedFrame or VmafErrorIds.FileEmpty;
}
