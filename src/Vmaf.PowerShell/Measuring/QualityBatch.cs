using System.Management.Automation;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Measures pairs of videos as they come, some of them at once, and writes what comes of them in their order. Pairs that follow one
/// another and share a reference that costs something to read are gathered and measured side by side by one
/// <see cref="QualityMeasurement"/>. For the pipeline's thread.
/// </summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="scoring">What to measure, but for the models.</param>
/// <param name="models">The models.</param>
/// <param name="throttleLimit">How many pairs are measured at once; <see langword="null"/> for one, or as many as share a reference.</param>
internal sealed class QualityBatch(
    Cmdlet cmdlet, PipelineThread pipeline, ScoringOptions scoring, ModelSelection models, int? throttleLimit)
{
    private readonly MeasurementQueue _queue = new(pipeline, throttleLimit ?? 1);
    private readonly OrderedRequests _requests = new(pipeline);
    private readonly ScoringProgressWriter _progress = new(cmdlet.WriteProgress, TimeProvider.System);
    private readonly List<PairRequest> _gathered = [];
    private int _count;

    /// <summary>Whether each frame is an object, else each video.</summary>
    public bool PerFrame { get; init; }

    /// <summary>Makes what explains the scores of a run; <see langword="null"/> for no explanations.</summary>
    public Func<ScoringOptions, FrameExplainer>? CreateExplainer { get; init; }

    /// <summary>Results of earlier calls; <see langword="null"/> to measure everything.</summary>
    public KnownResults? Known { get; init; }

    private int MostPairs => throttleLimit ?? SideBySide.MostPairs;

    /// <summary>Measures a pair, or gathers it where others may share its reference, which costs something to read.</summary>
    /// <param name="pair">The pair.</param>
    public void Add(PairRequest pair)
    {
        if (_gathered.Count > 0 && !_gathered[0].SharesReferenceWith(pair))
        {
            MeasureGathered();
        }

        _gathered.Add(pair with { Number = _count++ });
        if (!pair.IsReferenceCostly || _gathered.Count == MostPairs)
        {
            MeasureGathered();
        }
    }

    /// <summary>Measures a video without a reference.</summary>
    /// <param name="video">Full path of the video.</param>
    /// <param name="options">How it is opened.</param>
    /// <param name="alone">What is measured; nothing that compares.</param>
    public void AddAlone(string video, ClipPairOptions options, ScoringOptions alone)
    {
        MeasureGathered();
        int number = _count++;
        Measure(1, shareOfThreads => new LoneMeasurement(
            cmdlet, pipeline, _requests, _progress, number, video, options, alone) { PerFrame = PerFrame, ShareOfThreads = shareOfThreads }.Run());
    }

    /// <summary>Measures what was gathered, and waits for everything that runs.</summary>
    public void Complete()
    {
        MeasureGathered();
        _queue.Complete();
        Wait();
    }

    private void MeasureGathered()
    {
        if (_gathered.Count == 0)
        {
            return;
        }

        PairRequest[] group = [.. _gathered];
        _gathered.Clear();
        Measure(group.Length, shareOfThreads => new QualityMeasurement(
            cmdlet, pipeline, _requests, _progress, group, scoring, models)
        {
            ShareOfThreads = shareOfThreads,
            PerFrame = PerFrame,
            CreateExplainer = CreateExplainer,
            Known = Known,
            MostPairs = MostPairs,
        }.Run());
    }

    /// <summary>
    /// Has something measured; it asks for its share of the threads when it needs them, as late as can be, because until then more
    /// may have been added, or all. What is measured one by one is awaited.
    /// </summary>
    private void Measure(int pairCount, Action<Func<int>> measure)
    {
        int places = _queue.PlacesOf(pairCount);
        try
        {
            _queue.Add(pairCount, () => measure(() => _queue.ShareOf(places, scoring.ThreadCount)));
        }
        catch
        {
            _progress.Complete();
            throw;
        }

        if (throttleLimit is null or 1)
        {
            Wait();
        }
    }

    private void Wait()
    {
        try
        {
            pipeline.ServeUntilIdle();
        }
        finally
        {
            _progress.Complete();
        }
    }
}
