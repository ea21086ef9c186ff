using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>
/// Hands out work. A worker takes a frame and runs all its extractors, so that the frame stays in that core's cache; a worker that
/// finds no untouched frame helps with the oldest one, first with its extractors, then with bands of rows, so that single frames and
/// the end of a video use all workers.
/// </summary>
internal sealed class FrameScheduler : IDisposable
{
    private readonly object _lock = new();
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _wakeOnCancellation;
    private readonly List<FrameJob> _open = [];
    private readonly List<SharedPass> _shared = [];
    private int _unfinishedJobs;
    private int _idleWorkers;
    private bool _isComplete;

    /// <param name="cancellationToken">Ends all waits for work.</param>
    public FrameScheduler(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _wakeOnCancellation = cancellationToken.Register(Wake);
    }

    /// <summary>The jobs that nobody will finish. Only when all workers have ended.</summary>
    public IReadOnlyList<FrameJob> Abandoned => _open;

    /// <summary>Adds a job.</summary>
    public void Add(FrameJob job)
    {
        lock (_lock)
        {
            _open.Add(job);
            _unfinishedJobs++;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Says that no job will follow; workers end when all jobs are finished.</summary>
    public void Complete()
    {
        lock (_lock)
        {
            _isComplete = true;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Says that all extractors of a job have ended.</summary>
    public void FinishJob()
    {
        lock (_lock)
        {
            _unfinishedJobs--;
            if (_isComplete && _unfinishedJobs == 0)
            {
                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <summary>Waits for work.</summary>
    /// <param name="current">The job that the worker was on last, which it stays with as long as it can.</param>
    /// <param name="piece">Receives the work.</param>
    /// <returns><see langword="false"/> when there will be no more work.</returns>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public bool TryTake(FrameJob? current, out WorkPiece piece)
    {
        lock (_lock)
        {
            while (true)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (TryClaim(current, out piece))
                {
                    return true;
                }

                if (_isComplete && _unfinishedJobs == 0)
                {
                    return false;
                }

                _idleWorkers++;
                Monitor.Wait(_lock);
                _idleWorkers--;
            }
        }
    }

    /// <summary>Runs a pass with the help of idle workers; returns when all its bands have ended.</summary>
    /// <param name="pass">The pass.</param>
    /// <param name="extractor">Index of the extractor that it belongs to.</param>
    /// <param name="worker">The calling thread's worker of the extractor.</param>
    public void Share(IBandedPass pass, int extractor, IFeatureWorker worker)
    {
        var shared = new SharedPass(pass, extractor);
        lock (_lock)
        {
            _shared.Add(shared);
            if (_idleWorkers > 0)
            {
                Monitor.PulseAll(_lock);
            }
        }

        while (TryClaimFirst(shared, out int band))
        {
            Finish(shared, shared.Run(worker, band));
        }

        lock (_lock)
        {
            while (shared.IsRunning)
            {
                Monitor.Wait(_lock);
            }

            _shared.Remove(shared);
        }

        shared.ThrowIfFailed();
    }

    /// <summary>Says that a band that was handed out has ended.</summary>
    /// <param name="shared">The pass.</param>
    /// <param name="failure">What went wrong, if anything.</param>
    public void Finish(SharedPass shared, Exception? failure)
    {
        lock (_lock)
        {
            shared.Finish(failure);
            if (!shared.IsRunning && !shared.HasUnclaimed)
            {
                Monitor.PulseAll(_lock);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wakeOnCancellation.Dispose();

    private void Wake()
    {
        lock (_lock)
        {
            Monitor.PulseAll(_lock);
        }
    }

    private bool TryClaim(FrameJob? current, out WorkPiece piece)
    {
        FrameJob? job = current is { HasUnclaimed: true } ? current : _open.Find(candidate => candidate.IsUntouched) ?? _open.FirstOrDefault();
        if (job is not null)
        {
            piece = new WorkPiece(job.Claim(), job);
            if (!job.HasUnclaimed)
            {
                _open.Remove(job);
            }

            return true;
        }

        if (_shared.Find(candidate => candidate.HasUnclaimed) is { } shared)
        {
            piece = new WorkPiece(shared.Extractor, null, shared, shared.ClaimLast());
            return true;
        }

        piece = default;
        return false;
    }

    private bool TryClaimFirst(SharedPass shared, out int band)
    {
        lock (_lock)
        {
            bool isLeft = shared.HasUnclaimed;
            band = isLeft ? shared.ClaimFirst() : -1;
            return isLeft;
        }
    }
}
