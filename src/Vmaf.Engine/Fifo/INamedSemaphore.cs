namespace Vmaf.Engine.Fifo;

/// <summary>A counting semaphore that processes find by name. It starts at 0; a child releases it, its parent waits.</summary>
public interface INamedSemaphore : IDisposable
{
    /// <summary>The name that other processes open it by.</summary>
    string Name { get; }

    /// <summary>Adds one to the count, which lets one waiter go on.</summary>
    void Release();

    /// <summary>Takes one from the count, waiting until it is above 0.</summary>
    /// <param name="timeout">How long to wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Ends the wait, at the latest some 25 ms after it is signalled.</param>
    /// <returns><see langword="false"/> if the time ran out.</returns>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    bool Wait(TimeSpan timeout, CancellationToken cancellationToken = default);

    /// <summary>Removes the name from the system; processes that have it open keep it. Harmless when it is gone already.</summary>
    void Unlink();
}
