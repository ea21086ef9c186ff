using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Measuring;

/// <summary>Measures one video without a reference.</summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="requests">Keeps what is written in the order of the videos.</param>
/// <param name="progress">Shows how far the run is.</param>
/// <param name="number">Its place among the videos of the call.</param>
/// <param name="video">Full path of the video.</param>
/// <param name="clipOptions">How to open it; nothing may be asked of a reference.</param>
/// <param name="scoring">What to measure; nothing that compares.</param>
internal sealed class LoneMeasurement(
    Cmdlet cmdlet,
    PipelineThread pipeline,
    OrderedRequests requests,
    ScoringProgressWriter progress,
    int number,
    string video,
    ClipPairOptions clipOptions,
    ScoringOptions scoring)
{
    /// <summary>Whether each frame is an object, else the video.</summary>
    public bool PerFrame { get; init; }

    /// <summary>How many threads measure, asked for when they are needed.</summary>
    public required Func<int> ShareOfThreads { get; init; }

    /// <summary>Measures the video; what is to be written goes to the pipeline's thread.</summary>
    public void Run()
    {
        try
        {
            Measure();
        }
        catch (VmafException error)
        {
            Post(() => cmdlet.WriteError(EngineErrorRecord.Create(error, video)));
        }
        finally
        {
            requests.End(number);
        }
    }

    private void Measure()
    {
        var warnings = new VideoWarnings();
        using IFrameSource source = ClipPair.OpenDistortedAlone(video, warnings.KeepDistorted(clipOptions), pipeline.Stopping);
        ScoringOptions options = scoring with { ThreadCount = ShareOfThreads() };
        Post(() => cmdlet.WriteVerbose($"{video}: {source.Format}, on {EngineInfo.SimdTier}, threads: {options.ThreadCount}."));
        var output = new QualityOutput(
            cmdlet, new ExplainedClip(video, clipOptions.DistortedSkippedFrames, clipOptions.DistortedHints), PerFrame, explainer: null);
        string name = Path.GetFileName(video);
        using ScoringRun run = QualityScorer.StartWithoutReference(source, options, pipeline.Stopping);
        foreach (FrameScore frame in run.ReadFrames())
        {
            ScoringProgress state = run.Progress;
            Post(() =>
            {
                progress.Report(name, state);
                output.WriteFrame(frame);
            });
        }

        QualityResult measured = run.Complete();
        QualityResult result = measured with
        {
            DistortedKilobitsPerSecond = VideoBitrate.Find(source, clipOptions.FramesPerSecond, pipeline.Stopping),
            Warnings = [.. warnings.SoFar, .. measured.Warnings],
        };
        FrameRate? frameRate = source.FrameRate;
        Post(() =>
        {
            // Those of the video were written when they were given.
            output.WriteWarnings(measured, measured.Warnings);
            progress.Complete();
            output.WriteResult(new ScoredPair(result, clipOptions, frameRate, Offset: null), []);
        });
    }

    private void Post(Action request) => requests.Post(number, request);
}
