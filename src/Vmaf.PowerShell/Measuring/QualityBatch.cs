using System.Collections.Concurrent;
using System.Management.Automation;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Measures pairs of videos, some of them at once, and writes what comes of them in their order. Pairs that follow one another and share
/// a reference that costs something to read are measured side by side by one <see cref="QualityMeasurement"/>.
/// </summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="pairs">The pairs, at least one.</param>
/// <param name="optionsOf">How to open a pair.</param>
/// <param name="scoring">What to measure, but for the models.</param>
/// <param name="models">The models.</param>
internal sealed class QualityBatch(
    Cmdlet cmdlet,
    PipelineThread pipeline,
    IReadOnlyList<PairRequest> pairs,
    Func<PairRequest, ClipPairOptions> optionsOf,
    ScoringOptions scoring,
    ModelSelection models)
{
    private readonly OrderedRequests _requests = new(pipeline, pairs.Count);
    private readonly ScoringProgressWriter _progress = new(cmdlet.WriteProgress, TimeProvider.System);

    /// <summary>Whether each frame is an object, else each video.</summary>
    public bool PerFrame { get; init; }

    /// <summary>Makes what explains the scores of a run; <see langword="null"/> for no explanations.</summary>
    public Func<ScoringOptions, FrameExplainer>? CreateExplainer { get; init; }

    /// <summary>Results of earlier calls; <see langword="null"/> to measure everything.</summary>
    public KnownResults? Known { get; init; }

    /// <summary>How many pairs are measured at once; <see langword="null"/> for one, or as many as share a reference.</summary>
    public int? ThrottleLimit { get; init; }

    /// <summary>Measures the pairs; to be called by the pipeline's thread.</summary>
    public void Run()
    {
        PairRequest[][] groups = [.. Groups()];
        try
        {
            pipeline.Run(() => Measure(groups));
        }
        finally
        {
            _progress.Complete();
        }
    }

    private IEnumerable<PairRequest[]> Groups()
    {
        int most = ThrottleLimit ?? SideBySide.MostPairs;
        var group = new List<PairRequest>();
        for (int number = 0; number < pairs.Count; number++)
        {
            PairRequest pair = pairs[number] with { Number = number };
            if (group.Count > 0 && (group.Count == most || !pair.IsReferenceCostly || !group[0].SharesReferenceWith(pair)))
            {
                yield return [.. group];
                group.Clear();
            }

            group.Add(pair);
        }

        yield return [.. group];
    }

    private void Measure(PairRequest[][] groups)
    {
        int atOnce = Math.Min(ThrottleLimit ?? 1, pairs.Count);
        var waiting = new ConcurrentQueue<PairRequest[]>(groups);

        // A group takes as many of the places as it has pairs, so that no more pairs run at once than asked for.
        using var places = new SemaphoreSlim(atOnce);
        var turn = new Lock();
        Task[] workers = [.. Enumerable.Range(0, Math.Min(atOnce, groups.Length)).Select(_ => Task.Factory.StartNew(
            () => Work(waiting, places, atOnce, turn), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(workers);
    }

    private void Work(ConcurrentQueue<PairRequest[]> waiting, SemaphoreSlim places, int atOnce, Lock turn)
    {
        while (true)
        {
            PairRequest[]? group;
            int taken;
            lock (turn)
            {
                if (pipeline.Stopping.IsCancellationRequested || !waiting.TryDequeue(out group))
                {
                    return;
                }

                taken = Math.Min(group.Length, atOnce);
                for (int place = 0; place < taken; place++)
                {
                    places.Wait(CancellationToken.None);
                }
            }

            try
            {
                Measure(group, scoring with { ThreadCount = Math.Max(1, scoring.ThreadCount * taken / atOnce) });
            }
            finally
            {
                places.Release(taken);
            }
        }
    }

    private void Measure(PairRequest[] group, ScoringOptions options) =>
        new QualityMeasurement(cmdlet, pipeline, _requests, _progress, group, optionsOf(group[0]), options, models)
        {
            PerFrame = PerFrame,
            CreateExplainer = CreateExplainer,
            Known = Known,
            MostPairs = ThrottleLimit ?? SideBySide.MostPairs,
        }.Run();
}
