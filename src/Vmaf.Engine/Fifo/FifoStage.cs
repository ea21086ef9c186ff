using System.Diagnostics;
using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// One stage of the ready protocol: every opener releases the stage's semaphore once, as soon as its FIFO exists, and the stage takes
/// it once for each. The wait ends when all have released, when one can no longer release, or when it is cancelled.
/// </summary>
internal sealed class FifoStage : IDisposable
{
    /// <summary>How long one look at the semaphore lasts before the openers are looked at.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(25);

    /// <summary>How long after a failure a cancellation may come that explains it, as Ctrl+C ends decoders too.</summary>
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromMilliseconds(100);

    private readonly FifoStageKind _kind;
    private readonly IReadOnlyList<IStageOpener> _openers;
    private readonly ReadyOptions _options;
    private readonly INamedSemaphore _semaphore;
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _missing;
    private bool _isWarned;

    private FifoStage(FifoSession session, FifoStageKind kind, IReadOnlyList<IStageOpener> openers, ReadyOptions options)
    {
        _kind = kind;
        _openers = openers;
        _options = options;
        _missing = openers.Count;
        _semaphore = session.CreateSemaphore(kind);
        session.Own(this);
    }

    /// <summary>Begins all openers; does not wait for them.</summary>
    /// <param name="session">The session whose semaphore is used; it owns the stage.</param>
    /// <param name="kind">The stage.</param>
    /// <param name="openers">One or two openers.</param>
    /// <param name="options">Warning time and time limit, both counted from now.</param>
    public static FifoStage Begin(FifoSession session, FifoStageKind kind, IReadOnlyList<IStageOpener> openers, ReadyOptions options)
    {
        var stage = new FifoStage(session, kind, openers, options);
        foreach (IStageOpener opener in openers)
        {
            opener.Begin(stage._semaphore);
        }

        return stage;
    }

    /// <summary>Waits until all openers are ready; returns at once if they have been before.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="VmafException">An opener failed, or the time ran out.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public void WaitUntilReady(CancellationToken cancellationToken)
    {
        while (_missing > 0)
        {
            if (_semaphore.Wait(Slice, cancellationToken))
            {
                _missing--;
            }
            else if (FirstFailure() is { } failure)
            {
                Fail(failure, cancellationToken);
            }
            else
            {
                CheckTime();
            }
        }

        // All have it open, so that its name has served.
        _semaphore.Unlink();
    }

    /// <summary>Passes a warning on to whoever the stage's options name.</summary>
    /// <param name="warning">The warning.</param>
    public void Warn(string warning) => _options.OnWarning?.Invoke(warning);

    /// <inheritdoc/>
    public void Dispose()
    {
        _semaphore.Unlink();
        _semaphore.Dispose();
    }

    /// <summary>The warning for writers that take long, as the harness words it.</summary>
    public static string SlowWarning(FifoStageKind kind, IReadOnlyList<IStageOpener> openers, TimeSpan elapsed)
    {
        string file = kind == FifoStageKind.Workfile ? "workfile" : "procfile";
        string seconds = elapsed.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        string? Path(VideoSide side) => openers.FirstOrDefault(opener => opener.Side == side)?.TargetPath;

        // The doubled "to be created" is the harness's, kept so that logs can be searched for either.
        string awaited = openers.Count > 1
            ? $"reference and/or distorted {file}s {Path(VideoSide.Reference)} and {Path(VideoSide.Distorted)} to be created"
            : $"{(openers[0].Side == VideoSide.Reference ? "reference" : "distorted")} {file} {openers[0].TargetPath} to be created to be created";
        return $">{seconds} seconds elapsed waiting for {awaited}; now blocking until created";
    }

    /// <summary>Raises a failure. A release that came just before is taken first, and then the reader meets the failure.</summary>
    private void Fail(VmafException failure, CancellationToken cancellationToken)
    {
        if (_semaphore.Wait(TimeSpan.Zero, cancellationToken))
        {
            _missing--;
            return;
        }

        cancellationToken.WaitHandle.WaitOne(CancellationGrace);
        cancellationToken.ThrowIfCancellationRequested();
        throw failure;
    }

    private void CheckTime()
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_start);
        if (elapsed >= _options.Timeout)
        {
            throw TimedOut(_options.Timeout.Value);
        }

        if (!_isWarned && elapsed >= _options.Warning)
        {
            _isWarned = true;
            (_options.OnSlow ?? _options.OnWarning)?.Invoke(SlowWarning(_kind, _openers, _options.Warning));
        }
    }

    /// <summary>The first failure of any opener: without one of its videos a run has no use for the other.</summary>
    private VmafException? FirstFailure() =>
        _openers.Select(opener => opener.FailureBeforeReady()).FirstOrDefault(failure => failure is not null);

    private VmafException TimedOut(TimeSpan limit)
    {
        string stage = _kind == FifoStageKind.Workfile ? "workfile" : "procfile";
        string targets = string.Join(", ", _openers.Select(opener => opener.TargetPath));
        return new VmafException(
            VmafErrorIds.ReadyTimeout,
            string.Create(
                CultureInfo.InvariantCulture, $"The FIFO writers of the {stage} stage were not ready within {limit.TotalSeconds:0.###} seconds: {targets}."),
            "Give them more time, or see what keeps the machine busy.",
            _openers[0].TargetPath);
    }
}
