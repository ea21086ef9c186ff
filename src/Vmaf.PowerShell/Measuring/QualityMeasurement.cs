using System.Management.Automation;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Caching;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
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
/// <param name="requests">Keeps what is written in the order of the pairs.</param>
/// <param name="progress">Shows how far the runs are.</param>
/// <param name="pairs">The pairs, at least one.</param>
/// <param name="scoring">What to measure, but for the models.</param>
/// <param name="models">The models.</param>
internal sealed class QualityMeasurement(
    Cmdlet cmdlet,
    PipelineThread pipeline,
    OrderedRequests requests,
    ScoringProgressWriter progress,
    IReadOnlyList<PairRequest> pairs,
    ScoringOptions scoring,
    ModelSelection models)
{
    /// <summary>Whether each frame is an object, else each video.</summary>
    public bool PerFrame { get; init; }

    /// <summary>Makes what explains the scores of a run; <see langword="null"/> for no explanations.</summary>
    public Func<ScoringOptions, FrameExplainer>? CreateExplainer { get; init; }

    /// <summary>Results of earlier calls; <see langword="null"/> to measure everything.</summary>
    public KnownResults? Known { get; init; }

    /// <summary>How many threads measure all pairs together, asked for when they are needed.</summary>
    public required Func<int> ShareOfThreads { get; init; }

    /// <summary>The most pairs that are measured side by side.</summary>
    public int MostPairs { get; init; } = SideBySide.MostPairs;

    /// <summary>Measures the pairs; what is to be written goes to the pipeline's thread.</summary>
    public void Run()
    {
        PairRequest[] unknown = [.. pairs.Where(pair => !TryTakeKnown(pair))];
        int first = 0;
        while (first < unknown.Length)
        {
            first += MeasureFrom(unknown, first);
        }
    }

    /// <summary>Writes the result of an earlier call, if there is one.</summary>
    private bool TryTakeKnown(PairRequest pair)
    {
        // Explanations look at the pictures too, which no result holds.
        if (Known is null || CreateExplainer is not null)
        {
            return false;
        }

        try
        {
            if (Known.KeyOf(pair, ReadingProgressOf(pair), pipeline.Stopping) is not { } key || Known.Find(key, pair) is not { } run)
            {
                return false;
            }

            ClipPairOptions options = pair.Options;
            QualityResult result = WithShift(run.Result, pair, run.Offset);
            var output = new QualityOutput(
                cmdlet, new ExplainedClip(pair.Distorted, options.DistortedSkippedFrames, options.DistortedHints), PerFrame, explainer: null);
            Post(pair, () =>
            {
                cmdlet.WriteVerbose($"{pair.Distorted}: the result was measured before.");
                foreach (FrameScore frame in result.Frames)
                {
                    output.WriteFrame(frame);
                }

                output.WriteWarnings(result, result.Warnings);
                output.WriteResult(new ScoredPair(result, options, run.FrameRate, run.Offset), []);
            });
        }
        catch (VmafException error)
        {
            WriteError(pair, error);
        }
        catch (OperationCanceledException) when (pipeline.Stopping.IsCancellationRequested)
        {
            // Stopped: whoever stopped the pipeline knows.
        }

        requests.End(pair.Number);
        return true;
    }

    /// <summary>Opens the reference and measures as many pairs as fit side by side.</summary>
    /// <returns>How many pairs are done.</returns>
    private int MeasureFrom(PairRequest[] unknown, int first)
    {
        using DecodingPreparation? preparation = ClipPair.PrepareDistorted(unknown[first].Distorted, unknown[first].Options, pipeline.Stopping);
        IFrameSource reference;
        var warnings = new VideoWarnings();
        try
        {
            reference = ClipPair.OpenReference(unknown[first].Reference, warnings.KeepReference(unknown[first].Options), pipeline.Stopping);
        }
        catch (VmafException error)
        {
            foreach (PairRequest pair in unknown[first..])
            {
                WriteError(pair, error);
                requests.End(pair.Number);
            }

            return unknown.Length - first;
        }

        int count = Math.Min(unknown.Length - first, Math.Min(MostPairs, SideBySide.PairsAtOnce(reference.Format)));
        if (count == 1)
        {
            Measure(unknown[first], reference, warnings, count, preparation);
            return count;
        }

        using var shared = new SharedFrames(reference, count);
        Task[] runs = [.. shared.Readers.Select((reader, offset) => Task.Factory.StartNew(
            () => Measure(unknown[first + offset], reader, warnings, count, offset == 0 ? preparation : null),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default))];
        Task.WaitAll(runs);
        return count;
    }

    private void Measure(
        PairRequest pair, IFrameSource reference, VideoWarnings referenceWarnings, int pairsAtOnce, DecodingPreparation? preparation)
    {
        try
        {
            string distorted = pair.Distorted;

            // Before it is measured: a file that changes meanwhile must not have this result.
            string? key = Known?.KeyOf(pair, ReadingProgressOf(pair), pipeline.Stopping);
            var warnings = new VideoWarnings();
            using ClipPair clips = ClipPair.Open(reference, distorted, warnings.KeepDistorted(pair.Options), preparation, pipeline.Stopping);
            IReadOnlyList<VmafModel> chosen = models.For(clips);
            ScoringOptions options = scoring with { Models = chosen, ThreadCount = Math.Max(1, ShareOfThreads() / pairsAtOnce) };
            Post(pair, () => cmdlet.WriteVerbose($"{distorted}: {clips.Format}, on {EngineInfo.SimdTier}, threads: {options.ThreadCount}."));
            IEnumerable<string> pairWarnings = WarnBefore(pair, clips);
            Measure(pair, clips, options, key, () => [.. referenceWarnings.SoFar, .. warnings.SoFar, .. pairWarnings]);
        }
        catch (VmafException error)
        {
            WriteError(pair, error);
        }
        catch (OperationCanceledException) when (pipeline.Stopping.IsCancellationRequested)
        {
            // Stopped: whoever stopped the pipeline knows.
        }
        finally
        {
            requests.End(pair.Number);
        }
    }

    /// <summary>Writes what is to be known before hours of measuring.</summary>
    /// <returns>The warnings that go with the result.</returns>
    private string[] WarnBefore(PairRequest pair, ClipPair clips)
    {
        string? rates = PairWarnings.OfFrameRates(clips);

        // A result that comes about proves it wrong, so that it does not go with it.
        string? counts = scoring.LengthPolicy == LengthPolicy.RequireEqual ? PairWarnings.OfFrameCounts(clips) : null;
        foreach (string warning in new[] { rates, counts }.OfType<string>())
        {
            Post(pair, () => cmdlet.WriteWarning(warning));
        }

        return rates is null ? [] : [rates];
    }

    private void Measure(PairRequest pair, ClipPair clips, ScoringOptions options, string? key, Func<IEnumerable<string>> videoWarnings)
    {
        var output = new QualityOutput(
            cmdlet, new ExplainedClip(pair.Distorted, clips.DistortedSkippedFrames, pair.Options.DistortedHints), PerFrame, CreateExplainer?.Invoke(options));
        string name = Path.GetFileName(pair.Distorted);
        using ScoringRun run = QualityScorer.Start(clips, options, pipeline.Stopping);
        foreach (FrameScore frame in run.ReadFrames())
        {
            ScoringProgress state = run.Progress;
            Post(pair, () =>
            {
                progress.Report(name, state);
                output.WriteFrame(frame);
            });
        }

        QualityResult measured = run.Complete();
        QualityResult result = measured with
        {
            // It may take reading the file once more: for a result that somebody gets, or that is saved.
            DistortedKilobitsPerSecond = PerFrame && key is null ? null : clips.FindDistortedKilobitsPerSecond(pipeline.Stopping),
            Warnings = [.. videoWarnings(), .. measured.Warnings],
        };
        OffsetMatch? offset = clips.FindOffset();
        QualityResult shiftNamed = WithShift(result, pair, offset);
        IReadOnlyList<PairObservation?> observations = clips.Observations;
        var scored = new ScoredPair(shiftNamed, OptionsOf(pair, clips), clips.FrameRate, offset);
        Save(pair, key, new CachedRun(result, clips.FrameRate, offset));
        Post(pair, () =>
        {
            // The others were written when they were given.
            output.WriteWarnings(measured, WithShift(measured, pair, offset).Warnings);
            progress.Complete();
            output.WriteResult(scored, observations);
        });
    }

    /// <summary>A result that also warns of a shift. Saved results hold the offset; the warning names the file as it is called now.</summary>
    private static QualityResult WithShift(QualityResult result, PairRequest pair, OffsetMatch? offset) =>
        PairWarnings.OfShift(offset, pair.Distorted) is { } shift ? result with { Warnings = [shift, .. result.Warnings] } : result;

    private ReadingProgressReporter ReadingProgressOf(PairRequest pair) =>
        new(reading => Post(pair, () => progress.Report(reading)), TimeProvider.System);

    /// <summary>How the pair was opened, with times as the frames that they came to.</summary>
    private static ClipPairOptions OptionsOf(PairRequest pair, ClipPair clips) => pair.Options with
    {
        ReferenceSkippedFrames = clips.ReferenceSkippedFrames,
        DistortedSkippedFrames = clips.DistortedSkippedFrames,
        ReferenceStart = null,
        DistortedStart = null,
        Duration = null,
    };

    /// <summary>Saves a result; where that fails, it is worth having all the same.</summary>
    private void Save(PairRequest pair, string? key, CachedRun run)
    {
        if (Known is null || key is null)
        {
            return;
        }

        try
        {
            Known.Save(key, run);
        }
        catch (VmafException error)
        {
            Post(pair, () => cmdlet.WriteWarning(error.Message));
        }
    }

    private void WriteError(PairRequest pair, VmafException error) =>
        Post(pair, () => cmdlet.WriteError(EngineErrorRecord.Create(error, pair.Distorted)));

    private void Post(PairRequest pair, Action request) => requests.Post(pair.Number, request);
}
