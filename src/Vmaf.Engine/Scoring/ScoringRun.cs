using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring.Workers;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>
/// A run in progress: one thread reads, several measure, and frames come out in order as soon as their scores are known. Take the
/// frames with <see cref="ReadFrames"/> or <see cref="ReadFramesAsync"/>, or have <see cref="Complete"/> wait for the result.
/// Disposing the run, or stopping to enumerate, ends all its threads and gives back all frames.
/// </summary>
public sealed class ScoringRun : IDisposable, IRunOutput
{
    /// <summary>Frames that may wait for the consumer.</summary>
    private const int OutputCapacity = 64;

    private readonly IFrameSource? _reference;
    private readonly IFrameSource _distorted;
    private readonly ScoringPlan _plan;
    private readonly ScoringOptions _options;
    private readonly CancellationToken _callersToken;
    private readonly CancellationTokenSource _stop;
    private readonly CancellationToken _stopToken;
    private readonly SimdTier _tier;
    private readonly RunThreads _threads;
    private readonly Channel<FrameScore> _output;
    private readonly List<FrameScore> _frames = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly long? _totalFrames;
    private readonly bool _isTotalEstimated;
    private ScoreTally _tally = new(0, 0, 0);
    private Exception? _failure;
    private int _disposed;
    private QualityResult? _result;

    internal ScoringRun(
        IFrameSource? reference, IFrameSource distorted, ScoringPlan plan, ScoringOptions options, CancellationToken cancellationToken)
    {
        _reference = reference;
        _distorted = distorted;
        _plan = plan;
        _options = options;
        _callersToken = cancellationToken;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _stopToken = _stop.Token;
        long? framesToRead = (reference ?? distorted).FrameCount is { } a && distorted.FrameCount is { } b ? Math.Min(a, b) : null;
        _tier = options.Tier ?? RunTier.ForNextRun(distorted.Format, framesToRead);
        _isTotalEstimated = framesToRead is null;
        _totalFrames = ((framesToRead ?? FrameCountEstimate.Of(reference, distorted)) + options.Stride - 1) / options.Stride;
        _output = Channel.CreateBounded<FrameScore>(new BoundedChannelOptions(OutputCapacity) { SingleReader = true });
        if (_tier != SimdTier.Scalar)
        {
            KernelWarmUp.Start(plan.Definitions, distorted.Format, _tier, _stopToken);
        }

        _threads = new RunThreads(reference, distorted, plan, options, _tier, framesToRead, this, _stop);
        _threads.Start();
    }

    /// <summary>The metrics of the run, in the order of logs.</summary>
    public MetricNames Names => _plan.Names;

    /// <summary>How far the run is. May be read by any thread.</summary>
    public ScoringProgress Progress
    {
        get
        {
            ScoreTally tally = Volatile.Read(ref _tally);
            long? total = _isTotalEstimated && tally.FramesScored > _totalFrames ? null : _totalFrames;
            return new ScoringProgress(tally.FramesScored, total, _clock.Elapsed, tally.Mean, _isTotalEstimated && total is not null);
        }
    }

    /// <summary>Frames that are lent at the moment.</summary>
    internal int LentFrameCount => _threads.LentFrameCount;

    /// <summary>Gives the frames in order, each as soon as its scores are known. To be enumerated once, by one thread.</summary>
    /// <exception cref="VmafException">The run failed; frames before that were given.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IEnumerable<FrameScore> ReadFrames()
    {
        try
        {
            while (WaitForFrame())
            {
                while (_output.Reader.TryRead(out FrameScore? frame))
                {
                    yield return frame;
                }
            }
        }
        finally
        {
            Dispose();
        }

        ThrowIfFailed();
    }

    /// <summary>Gives the frames in order, each as soon as its scores are known. To be enumerated once.</summary>
    /// <param name="cancellationToken">Ends the enumeration, and with it the run.</param>
    /// <exception cref="VmafException">The run failed; frames before that were given.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async IAsyncEnumerable<FrameScore> ReadFramesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            while (await _output.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (_output.Reader.TryRead(out FrameScore? frame))
                {
                    yield return frame;
                }
            }
        }
        finally
        {
            Dispose();
        }

        ThrowIfFailed();
    }

    /// <summary>Waits for the end of the run; frames not yet taken are in the result all the same.</summary>
    /// <exception cref="VmafException">The run failed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="InvalidOperationException">The run was stopped before its end.</exception>
    public QualityResult Complete()
    {
        if (_result is null)
        {
            foreach (FrameScore frame in ReadFrames())
            {
                // They are kept for the result.
                _ = frame;
            }
        }

        return _result ?? throw new InvalidOperationException("The run was stopped before its end.");
    }

    /// <summary>Stops the run if it has not ended, and waits until its threads have.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Also when all work is done: the last thread may wait for room in the output.
            _stop.Cancel();
        }

        _threads.Dispose();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    void IRunOutput.Emit(FrameScore frame)
    {
        _frames.Add(frame);
        Volatile.Write(ref _tally, _tally.With(frame.Score));
        if (!_output.Writer.TryWrite(frame))
        {
            _output.Writer.WriteAsync(frame, _stopToken).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <inheritdoc/>
    void IRunOutput.Finish(FrameReader reader, IReadOnlyDictionary<string, double> aggregates)
    {
        _clock.Stop();
        _result = new ResultBuilder(_reference, _distorted, _plan, _options, _tier, reader, _frames, aggregates).Build(_clock.Elapsed);
    }

    /// <inheritdoc/>
    void IRunOutput.Close(Exception? failure)
    {
        _failure = failure;
        _output.Writer.Complete();
    }

    private bool WaitForFrame()
    {
        ValueTask<bool> wait = _output.Reader.WaitToReadAsync(_callersToken);
        return wait.IsCompletedSuccessfully ? wait.Result : wait.AsTask().GetAwaiter().GetResult();
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null)
        {
            ExceptionDispatchInfo.Throw(_failure);
        }

        if (_result is null)
        {
            _callersToken.ThrowIfCancellationRequested();
        }
    }
}
