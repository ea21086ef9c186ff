using Vmaf.Engine.Errors;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>
/// The threads of a run: one reads, the others measure. The last one out settles what only the end of the videos settles, says how the
/// run ended, and gives back all frames and the plan.
/// </summary>
internal sealed class RunThreads : IDisposable
{
    /// <summary>Fewer rows of a frame than this are not worth a thread.</summary>
    private const int LeastRowsForWorker = 64;

    private readonly IFrameSource _distorted;
    private readonly ScoringPlan _plan;
    private readonly SimdTier _tier;
    private readonly IRunOutput _output;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopToken;
    private readonly FramePool _pool;
    private readonly FrameReader _reader;
    private readonly FrameScheduler _scheduler;
    private readonly FrameCollector _collector;
    private readonly SemaphoreSlim _jobSlots;
    private readonly Thread[] _threads;
    private Exception? _readerFailure;
    private Exception? _failure;
    private int _running;

    /// <summary>Makes the threads.</summary>
    /// <param name="reference">The reference, where there is one.</param>
    /// <param name="distorted">The distorted video.</param>
    /// <param name="plan">What is measured; it belongs to the threads from now on.</param>
    /// <param name="options">Stride and number of threads.</param>
    /// <param name="tier">The instruction set to use.</param>
    /// <param name="framesToRead">How many frames the shorter video has, where known.</param>
    /// <param name="output">Takes what comes out.</param>
    /// <param name="stop">Ends the threads; they cancel it themselves when one fails.</param>
    public RunThreads(
        IFrameSource? reference,
        IFrameSource distorted,
        ScoringPlan plan,
        ScoringOptions options,
        SimdTier tier,
        long? framesToRead,
        IRunOutput output,
        CancellationTokenSource stop)
    {
        _distorted = distorted;
        _plan = plan;
        _tier = tier;
        _output = output;
        _stop = stop;
        _stopToken = stop.Token;

        // More workers than extractors and bands of rows would have nothing to do.
        long pieces = Math.Max(1, (framesToRead ?? int.MaxValue) * (plan.Extractors.Count + (distorted.Format.Height / LeastRowsForWorker)));
        int workers = (int)Math.Min(options.EffectiveThreadCount, pieces);

        // One pair a worker, one that waits for a worker, one that is being read, and those that only history holds.
        _pool = new FramePool(distorted.Format, 2 * (workers + 2 + plan.HistoryLength), isLumaOnly: !plan.NeedsChroma);
        _reader = new FrameReader(reference, distorted, plan, options.Stride, _pool);
        _scheduler = new FrameScheduler(_stopToken);
        _jobSlots = new SemaphoreSlim(4 * (workers + 1));
        _collector = new FrameCollector(plan, options.Stride, output.Emit, () => _jobSlots.Release());
        _threads = [new Thread(ReadVideos), .. Enumerable.Range(0, workers).Select(_ => new Thread(Measure))];
        _running = _threads.Length;
    }

    /// <summary>Frames that are lent at the moment.</summary>
    public int LentFrameCount => _pool.LentCount;

    /// <summary>Starts them.</summary>
    public void Start()
    {
        for (int index = 0; index < _threads.Length; index++)
        {
            _threads[index].IsBackground = true;
            _threads[index].Name = index == 0 ? "VMAF reader" : $"VMAF worker {index}";
            _threads[index].Start();
        }
    }

    /// <summary>Waits until all have ended, the last of which gives everything back.</summary>
    public void Dispose()
    {
        foreach (Thread thread in _threads)
        {
            thread.Join();
        }
    }

    private void ReadVideos()
    {
        try
        {
            _reader.ReadAll(Submit, _stopToken);
        }
        catch (OperationCanceledException) when (_stopToken.IsCancellationRequested)
        {
            // Stopped: whoever stopped the run knows.
        }
        catch (Exception failure)
        {
            // What was read before is still scored, so that the frames given do not depend on timing.
            _readerFailure = failure;
        }

        _scheduler.Complete();
        End();
    }

    private void Submit(FrameJob job)
    {
        try
        {
            _jobSlots.Wait(_stopToken);
        }
        catch (OperationCanceledException)
        {
            job.ReleaseFrames();
            throw;
        }

        _scheduler.Add(job);
    }

    private void Measure()
    {
        try
        {
            using var worker = new FrameWorker(_plan, _tier, _scheduler, _collector);
            worker.Run();
        }
        catch (OperationCanceledException) when (_stopToken.IsCancellationRequested)
        {
            // Stopped: whoever stopped the run knows.
        }
        catch (OutOfMemoryException failure)
        {
            Fail(new VmafException(
                VmafErrorIds.OutOfMemory,
                $"There is not enough memory to measure '{_distorted.Name}' ({_distorted.Format}).",
                "Use fewer threads, measure fewer videos at once, or smaller pictures.",
                _distorted.Name,
                failure));
        }
        catch (Exception failure)
        {
            Fail(failure);
        }

        End();
    }

    private void Fail(Exception failure)
    {
        Interlocked.CompareExchange(ref _failure, failure, null);
        _stop.Cancel();
    }

    /// <summary>The last thread out ends the run.</summary>
    private void End()
    {
        if (Interlocked.Decrement(ref _running) > 0)
        {
            return;
        }

        try
        {
            foreach (FrameJob job in _scheduler.Abandoned)
            {
                job.ReleaseFrames();
            }

            Finish();
        }
        catch (OperationCanceledException) when (_stopToken.IsCancellationRequested)
        {
            // Stopped: whoever stopped the run knows.
        }
        catch (Exception failure)
        {
            _failure ??= failure;
        }
        finally
        {
            _pool.Dispose();
            _plan.Dispose();
            _scheduler.Dispose();
            _jobSlots.Dispose();
            _output.Close(_failure);
        }
    }

    private void Finish()
    {
        if (_failure is not null || _stopToken.IsCancellationRequested)
        {
            return;
        }

        if (_readerFailure is not null)
        {
            _failure = _readerFailure;
            return;
        }

        _collector.Flush();
        _output.Finish(_reader, _collector.Aggregates);
    }
}
