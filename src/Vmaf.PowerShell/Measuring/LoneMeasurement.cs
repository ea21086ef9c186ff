using System.Management.Automation;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Output;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Measuring;

/// <summary>Measures one video without a reference.</summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="pipeline">The pipeline's thread.</param>
/// <param name="video">Full path of the video.</param>
/// <param name="clipOptions">How to open it; nothing may be asked of a reference.</param>
/// <param name="scoring">What to measure; nothing that compares.</param>
internal sealed class LoneMeasurement(
    Cmdlet cmdlet, PipelineThread pipeline, string video, ClipPairOptions clipOptions, ScoringOptions scoring)
{
    private readonly ScoringProgressWriter _progress = new(cmdlet.WriteProgress, TimeProvider.System);

    /// <summary>Whether each frame is an object, else the video.</summary>
    public bool PerFrame { get; init; }

    /// <summary>Measures the video; to be called by the pipeline's thread.</summary>
    /// <exception cref="Vmaf.Engine.Errors.VmafException">The video cannot be read, or does not suit what is measured.</exception>
    public void Run()
    {
        try
        {
            pipeline.Run(Measure);
        }
        finally
        {
            _progress.Complete();
        }
    }

    private void Measure()
    {
        using IFrameSource source = ClipPair.OpenDistortedAlone(video, clipOptions, pipeline.Stopping);
        pipeline.Post(() => cmdlet.WriteVerbose($"{video}: {source.Format}, on {EngineInfo.SimdTier}."));
        var output = new QualityOutput(
            cmdlet, new ExplainedClip(video, clipOptions.DistortedSkippedFrames, clipOptions.DistortedHints), PerFrame, explainer: null);
        string name = Path.GetFileName(video);
        using ScoringRun run = QualityScorer.StartWithoutReference(source, scoring, pipeline.Stopping);
        foreach (FrameScore frame in run.ReadFrames())
        {
            ScoringProgress progress = run.Progress;
            pipeline.Post(() =>
            {
                _progress.Report(name, progress);
                output.WriteFrame(frame);
            });
        }

        QualityResult result = run.Complete();
        FrameRate? frameRate = source.FrameRate;
        pipeline.Post(() =>
        {
            output.WriteWarnings(result, offset: null);
            _progress.Complete();
            output.WriteResult(new ScoredPair(result, clipOptions, frameRate, Offset: null), []);
        });
    }
}
