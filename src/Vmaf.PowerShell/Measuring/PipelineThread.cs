using System.Collections.Concurrent;
using System.Management.Automation;

namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Runs work on other threads while the pipeline's thread does what the work asks of it: only that thread may write objects or run
/// script blocks.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly BlockingCollection<Action> _requests = [];
    private readonly CancellationTokenSource _stop;

    /// <summary>Prepares for one <see cref="Run"/>.</summary>
    /// <param name="stopping">Cancelled when the pipeline is stopped.</param>
    public PipelineThread(CancellationToken stopping)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Stopping = _stop.Token;
    }

    /// <summary>Cancelled when the pipeline is stopped, also by a command further down that wants no more.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Runs work on another thread until it has ended; to be called by the pipeline's thread.</summary>
    /// <param name="work">The work; ends soon after <see cref="Stopping"/> was cancelled.</param>
    public void Run(Action work)
    {
        var task = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Task end = task.ContinueWith(_ => _requests.CompleteAdding(), TaskScheduler.Default);
        try
        {
            foreach (Action request in _requests.GetConsumingEnumerable(CancellationToken.None))
            {
                request();
            }
        }
        catch
        {
            // The pipeline is on its way down. Nothing of this command may outlive it.
            _stop.Cancel();
            end.Wait(CancellationToken.None);
            throw;
        }

        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // Stopped: whoever stopped the pipeline knows.
        }
    }

    /// <summary>Has something done by the pipeline's thread, and does not wait for it.</summary>
    /// <param name="request">What to do; nothing, if the work has ended.</param>
    public void Post(Action request) => TryPost(request);

    /// <summary>Has something done by the pipeline's thread, and waits for it.</summary>
    /// <typeparam name="T">What it makes.</typeparam>
    /// <param name="request">What to do; what it throws is thrown here.</param>
    /// <exception cref="OperationCanceledException">The pipeline was stopped.</exception>
    public T Invoke<T>(Func<T> request)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TryPost(() => Answer(request, answer)))
        {
            throw new OperationCanceledException("The work that this belongs to has ended.");
        }

        return answer.Task.WaitAsync(Stopping).GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _requests.Dispose();
        _stop.Dispose();
    }

    private bool TryPost(Action request)
    {
        try
        {
            _requests.Add(request, CancellationToken.None);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Ended, or disposed of.
            return false;
        }
    }

    private static void Answer<T>(Func<T> request, TaskCompletionSource<T> answer)
    {
        try
        {
            answer.SetResult(request());
        }
        catch (PipelineStoppedException)
        {
            answer.SetCanceled(CancellationToken.None);
            throw;
        }
        catch (Exception error)
        {
            answer.SetException(error);
        }
    }
}
