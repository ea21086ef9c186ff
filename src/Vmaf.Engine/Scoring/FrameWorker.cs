using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Scoring;

/// <summary>What one measuring thread does; owns the scratch memory of its feature workers, which it makes when first needed.</summary>
internal sealed class FrameWorker(ScoringPlan plan, SimdTier tier, FrameScheduler scheduler, FrameCollector collector) : IDisposable
{
    private readonly IFeatureWorker?[] _workers = new IFeatureWorker?[plan.Extractors.Count];

    /// <summary>Measures until there is no more work.</summary>
    /// <param name="cancellationToken">Ends the work between two extractors.</param>
    public void Run(CancellationToken cancellationToken)
    {
        FrameJob? job = null;
        while (scheduler.TryTake(ref job, out int extractor, cancellationToken))
        {
            try
            {
                Measure(job, extractor);
            }
            catch
            {
                job.MarkFailed();
                throw;
            }
            finally
            {
                if (job.FinishOne())
                {
                    Deliver(job);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (IFeatureWorker? worker in _workers)
        {
            worker?.Dispose();
        }
    }

    private void Measure(FrameJob job, int extractor)
    {
        PlannedExtractor planned = plan.Extractors[extractor];
        IFeatureWorker worker = _workers[extractor] ??= planned.Extractor.CreateWorker(tier);
        worker.Measure(
            job.WindowFor(planned.Extractor),
            job.Measurements.AsSpan(planned.MeasurementStart, planned.Extractor.MeasurementCount));
    }

    private void Deliver(FrameJob job)
    {
        job.ReleaseFrames();
        if (!job.IsFailed)
        {
            collector.Accept(job);
        }
    }
}
