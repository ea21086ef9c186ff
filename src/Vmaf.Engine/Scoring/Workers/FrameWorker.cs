using Vmaf.Engine.Features;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Scoring.Workers;

/// <summary>What one measuring thread does; owns the scratch memory of its feature workers, which it makes when first needed.</summary>
internal sealed class FrameWorker(ScoringPlan plan, SimdTier tier, FrameScheduler scheduler, FrameCollector collector) : IDisposable
{
    private readonly IFeatureWorker?[] _workers = new IFeatureWorker?[plan.Extractors.Count];

    /// <summary>Measures until there is no more work.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped; seen between two pieces of work.</exception>
    public void Run()
    {
        FrameJob? current = null;
        while (scheduler.TryTake(current, out WorkPiece piece))
        {
            if (piece.Pass is { } pass)
            {
                Help(pass, piece.Band);
            }
            else
            {
                current = piece.Job!;
                MeasureAndDeliver(current, piece.Extractor);
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

    private void Help(SharedPass pass, int band)
    {
        Exception? failure;
        try
        {
            failure = pass.Run(Worker(pass.Extractor), band);
        }
        catch (Exception noWorker)
        {
            failure = noWorker;
        }

        scheduler.Finish(pass, failure);
    }

    private void MeasureAndDeliver(FrameJob job, int extractor)
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
                scheduler.FinishJob();
                Deliver(job);
            }
        }
    }

    private void Measure(FrameJob job, int extractor)
    {
        PlannedExtractor planned = plan.Extractors[extractor];
        IFeatureWorker worker = Worker(extractor);
        FrameWindow window = job.WindowFor(planned.Extractor);
        Span<double> measurements = job.Measurements.AsSpan(planned.MeasurementStart, planned.Extractor.MeasurementCount);
        if (worker is IBandedWorker banded)
        {
            banded.Measure(window, measurements, new SharedBands(scheduler, extractor, worker));
        }
        else
        {
            worker.Measure(window, measurements);
        }
    }

    private IFeatureWorker Worker(int extractor) => _workers[extractor] ??= plan.Extractors[extractor].Extractor.CreateWorker(tier);

    private void Deliver(FrameJob job)
    {
        job.ReleaseFrames();
        if (!job.IsFailed)
        {
            collector.Accept(job);
        }
    }
}
