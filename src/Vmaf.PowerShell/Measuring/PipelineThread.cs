using System.Collections.Concurrent;
using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Runs work on other threads while the pipeline's thread does what the work asks of it: only that thread may write objects or run
/// script blocks. It serves such requests when it is told to, so that work goes on while commands further up the pipeline have the thread.
/// </summary>
internal sealed class PipelineThread : IDisposable
{
    private readonly BlockingCollection<Action> _requests = [];
    private readonly CancellationTokenSource _stop;
    private readonly Lock _lock = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Prepares.</summary>
    /// <param name="stopping">Cancelled when the pipeline is stopped.</param>
    public PipelineThread(CancellationToken stopping)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        Stopping = _stop.Token;
    }

    /// <summary>Cancelled when the pipeline is stopped, also by a command further down that wants no more.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Runs work on another thread until it has ended; to be called by the pipeline's thread.</summary>
    /// <param name="work">The work; ends soon after <see cref="Stopping"/> was cancelled. What it throws is thrown here.</param>
    public void Run(Action work)
    {
        Start(work);
        ServeUntilIdle();
    }

    /// <summary>Starts work on another thread; nothing, where the pipeline is stopping. To be called by any thread.</summary>
    /// <param name="work">The work; ends soon after <see cref="Stopping"/> was cancelled. What it throws is thrown by the pipeline's thread.</param>
    public void Start(Action work)
    {
        lock (_lock)
        {
            if (Stopping.IsCancellationRequested)
            {
                return;
            }

            var task = new Task(() => Work(work), CancellationToken.None, TaskCreationOptions.LongRunning);
            _running.Add(task);
            task.ContinueWith(End, TaskScheduler.Default);
            task.Start(TaskScheduler.Default);
        }
    }

    /// <summary>Does what was asked until now; to be called by the pipeline's thread.</summary>
    public void ServePending() => ServeUntil(() => _requests.Count == 0);

    /// <summary>Does what is asked until no work runs; to be called by the pipeline's thread.</summary>
    public void ServeUntilIdle() => ServeUntil(() => IsIdle() && _requests.Count == 0);

    /// <summary>Does what is asked until a condition holds; to be called by the pipeline's thread.</summary>
    /// <param name="isDone">The condition; whoever makes it true makes a request after that, the end of work being one.</param>
    public void ServeUntil(Func<bool> isDone)
    {
        try
        {
            while (!isDone())
            {
                _requests.Take(CancellationToken.None)();
            }
        }
        catch
        {
            // The pipeline is on its way down. Nothing of this command may outlive it.
            Stop();
            throw;
        }
    }

    /// <summary>Has something done by the pipeline's thread, and does not wait for it.</summary>
    /// <param name="request">What to do; nothing, if the command has ended.</param>
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

    /// <summary>Ends the work that still runs, as after an error of another command, and waits for it.</summary>
    public void Dispose()
    {
        Stop();
        _requests.Dispose();
        _stop.Dispose();
    }

    private void Work(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (Stopping.IsCancellationRequested)
        {
            // Stopped: whoever stopped the pipeline knows.
        }
        catch (Exception error)
        {
            Post(ExceptionDispatchInfo.Capture(error).Throw);
        }
    }

    private void End(Task task)
    {
        lock (_lock)
        {
            _running.Remove(task);
        }

        // For whoever waits for the end.
        Post(() => { });
    }

    private bool IsIdle()
    {
        lock (_lock)
        {
            return _running.Count == 0;
        }
    }

    private void Stop()
    {
        // None is started after this.
        _stop.Cancel();
        Task[] running;
        lock (_lock)
        {
            running = [.. _running];
        }

        Task.WaitAll(running, CancellationToken.None);
    }

    private bool TryPost(Action request)
    {
        try
        {
            _requests.Add(request, CancellationToken.None);
            return true;
        }
        catch (ObjectDisposedException)
        {
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
