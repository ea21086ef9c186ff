using System.Runtime.ExceptionServices;
using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>
/// The bands of a pass that are still to be done. The worker whose frame it is takes them from the top, so that its bands follow each
/// other; helpers take them from the bottom. All members but <see cref="Run"/> only under the scheduler's lock.
/// </summary>
/// <param name="pass">The pass.</param>
/// <param name="extractor">Index of the extractor that it belongs to.</param>
internal sealed class SharedPass(IBandedPass pass, int extractor)
{
    private int _first;
    private int _end = pass.BandCount;
    private int _running;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Index of the extractor whose worker is needed.</summary>
    public int Extractor => extractor;

    /// <summary>Whether some band is still to be claimed.</summary>
    public bool HasUnclaimed => _first < _end;

    /// <summary>Whether some claimed band has not ended.</summary>
    public bool IsRunning => _running > 0;

    /// <summary>Takes the uppermost band.</summary>
    public int ClaimFirst()
    {
        _running++;
        return _first++;
    }

    /// <summary>Takes the lowest band.</summary>
    public int ClaimLast()
    {
        _running++;
        return --_end;
    }

    /// <summary>Works on a claimed band. Not under the lock.</summary>
    /// <param name="worker">The calling thread's worker of the extractor.</param>
    /// <param name="band">The band.</param>
    /// <returns>What went wrong, for <see cref="Finish"/>.</returns>
    public Exception? Run(IFeatureWorker worker, int band)
    {
        try
        {
            pass.RunBand(worker, band);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>Counts a claimed band as ended; after a failure no more can be claimed.</summary>
    /// <param name="failure">What went wrong, if anything.</param>
    public void Finish(Exception? failure)
    {
        _running--;
        if (failure is not null)
        {
            _failure ??= ExceptionDispatchInfo.Capture(failure);
            _end = _first;
        }
    }

    /// <summary>Throws what went wrong in some band.</summary>
    public void ThrowIfFailed() => _failure?.Throw();
}
