using Vmaf.Engine.Features;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>Runs the passes of one extractor's worker together with the run's idle workers.</summary>
/// <param name="scheduler">Where idle workers wait.</param>
/// <param name="extractor">Index of the extractor.</param>
/// <param name="worker">The worker.</param>
internal sealed class SharedBands(FrameScheduler scheduler, int extractor, IFeatureWorker worker) : IBandRunner
{
    /// <inheritdoc/>
    public void Run(IBandedPass pass) => scheduler.Share(pass, extractor, worker);
}
