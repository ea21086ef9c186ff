using System.Management.Automation;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Measuring;

/// <summary>
/// Measures pairs of videos that have one reference. It is read, and decoded, once for all pairs that are measured side by side. What
/// comes of the pairs is written in their order; a pair that fails does not end the others.
/// </summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="pairs">The pairs, at least one.</param>
/// <param name="clipOptions">How to open each.</param>
/// <param name="scoring">What to measure, but for the models.</param>
/// <param name="models">The models.</param>
internal sealed class QualityMeasurement(
    Cmdlet cmdlet,
    PipelineThread pipeline,
    IReadOnlyList<PairRequest> pairs,
    ClipPairOptions clipOptions,
    ScoringOptions scoring,
    ModelSelection models)
{
    private readonly OrderedRequests _requests = new(pipeline, pairs.Count);
    private readonly ScoringProgressWriter _progress = new(cmdlet.WriteProgress, TimeProvider.System);

    /// <summary>Whether each frame is an object, else each video.</summary>
    public bool PerFrame { get; init; }

    /// <summary>Makes what explains the scores of a run; <see langword="null"/> for no explanations.</summary>
    public Func<ScoringOptions, FrameExplainer>? CreateExplainer { get; init; }

    /// <summary>Measures the pairs; to be called by the pipeline's thread.</summary>
    public void Run()
    {
        try
        {
            pipeline.Run(MeasureAll);
        }
        finally
        {
            _progress.Complete();
        }
    }

    private void MeasureAll()
    {
        int first = 0;
        while (first < pairs.Count)
        {
            first += MeasureFrom(first);
        }
    }

    /// <summary>Opens the reference and measures as many pairs as fit side by side.</summary>
    /// <returns>How many pairs are done.</returns>
    private int MeasureFrom(int first)
    {
        IFrameSource reference;
        try
        {
            reference = ClipPair.OpenReference(pairs[first].Reference, clipOptions, pipeline.Stopping);
        }
        catch (VmafException error)
        {
            for (int index = first; index < pairs.Count; index++)
            {
                WriteError(index, error);
                _requests.End(index);
            }

            return pairs.Count - first;
        }

        int count = Math.Min(pairs.Count - first, SideBySide.PairsAtOnce(reference.Format));
        if (count == 1)
        {
            Measure(first, reference, scoring);
            return count;
        }

        ScoringOptions oneOfMany = scoring with { ThreadCount = Math.Max(1, scoring.ThreadCount / count) };
        using var shared = new SharedFrames(reference, count);
        Task[] runs = [.. shared.Readers.Select((reader, offset) => Task.Factory.StartNew(
            () => Measure(first + offset, reader, oneOfMany), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Task.WaitAll(runs);
        return count;
    }

    private void Measure(int index, IFrameSource reference, ScoringOptions options)
    {
        try
        {
            string distorted = pairs[index].Distorted;
            using ClipPair clips = ClipPair.Open(reference, distorted, clipOptions, pipeline.Stopping);
            Post(index, () => cmdlet.WriteVerbose($"{distorted}: {clips.Format}, on {EngineInfo.SimdTier}."));
            Measure(index, clips, options with { Models = pipeline.Invoke(() => models.For(clips)) });
        }
        catch (VmafException error)
        {
            WriteError(index, error);
        }
        catch (OperationCanceledException) when (pipeline.Stopping.IsCancellationRequested)
        {
            // Stopped: whoever stopped the pipeline knows.
        }
        finally
        {
            _requests.End(index);
        }
    }

    private void Measure(int index, ClipPair clips, ScoringOptions options)
    {
        PairRequest pair = pairs[index];
        var output = new QualityOutput(
            cmdlet, new ExplainedClip(pair.Distorted, clips.DistortedSkippedFrames, pair.Hints), PerFrame, CreateExplainer?.Invoke(options));
        string name = Path.GetFileName(pair.Distorted);
        using ScoringRun run = QualityScorer.Start(clips, options, pipeline.Stopping);
        foreach (FrameScore frame in run.ReadFrames())
        {
            ScoringProgress progress = run.Progress;
            Post(index, () =>
            {
                _progress.Report(name, progress);
                output.WriteFrame(frame);
            });
        }

        QualityResult result = run.Complete();
        OffsetMatch? offset = clips.FindOffset();
        IReadOnlyList<PairObservation?> observations = clips.Observations;
        FrameRate? frameRate = clips.FrameRate;
        Post(index, () =>
        {
            output.WriteWarnings(result, offset);
            _progress.Complete();
            output.WriteResult(new ScoredPair(result, clipOptions, frameRate, offset), observations);
        });
    }

    private void WriteError(int index, VmafException error) =>
        Post(index, () => cmdlet.WriteError(EngineErrorRecord.Create(error, pairs[index].Distorted)));

    private void Post(int index, Action request) => _requests.Post(index, request);
}
