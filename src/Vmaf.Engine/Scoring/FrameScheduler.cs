using System.Diagnostics.CodeAnalysis;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// Hands out work. A worker takes a frame and runs all its extractors, so that the frame stays in that core's cache; a worker that
/// finds no untouched frame helps with the oldest one, so that single frames and the end of a video use all workers.
/// </summary>
internal sealed class FrameScheduler : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly List<FrameJob> _open = [];
    private readonly int _workerCount;

    public FrameScheduler(int workerCount) => _workerCount = workerCount;

    /// <summary>Adds a job.</summary>
    public void Add(FrameJob job)
    {
        lock (_lock)
        {
            _open.Add(job);
        }

        _work.Release(job.Extractors.Length);
    }

    /// <summary>Says that no job will follow; workers end when all is claimed.</summary>
    public void Complete() => _work.Release(_workerCount);

    /// <summary>Waits for work.</summary>
    /// <param name="job">The job that the worker is on, which it stays with as long as it can; receives the job to work on.</param>
    /// <param name="extractor">Receives the index of the extractor to run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> when there will be no more work.</returns>
    public bool TryTake([NotNullWhen(true)] ref FrameJob? job, out int extractor, CancellationToken cancellationToken)
    {
        _work.Wait(cancellationToken);
        lock (_lock)
        {
            // One permit stands for one unclaimed extractor, so without any the permit came from Complete.
            if (_open.Count == 0)
            {
                job = null;
                extractor = -1;
                return false;
            }

            if (job is not { HasUnclaimed: true })
            {
                job = _open.Find(candidate => candidate.IsUntouched) ?? _open[0];
            }

            extractor = job.Claim();
            if (!job.HasUnclaimed)
            {
                _open.Remove(job);
            }

            return true;
        }
    }

    /// <summary>The jobs that nobody will finish. Only when all workers have ended.</summary>
    public IReadOnlyList<FrameJob> Abandoned => _open;

    /// <inheritdoc/>
    public void Dispose() => _work.Dispose();
}
