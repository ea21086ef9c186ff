using System.Management.Automation;
using Vmaf.Engine.Models;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Video;
using Vmaf.PowerShell.Measuring;
using Vmaf.PowerShell.Progress;

namespace Vmaf.PowerShell.Explaining;

/// <summary>Measures pairs of videos to explain their scores, on the pipeline's own thread.</summary>
/// <param name="cmdlet">Where warnings and progress are written.</param>
/// <param name="threadCount">Number of threads, 0 for one a processor.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class PairMeasurement(Cmdlet cmdlet, int threadCount, CancellationToken cancellation)
{
    private readonly ScoringProgressWriter _progress = new(cmdlet.WriteProgress, TimeProvider.System);

    /// <summary>Measures a pair.</summary>
    /// <param name="reference">Full path of the reference.</param>
    /// <param name="distorted">Full path of the distorted video.</param>
    /// <param name="hints">What is known about the format of raw videos.</param>
    /// <param name="model">The model to score with.</param>
    /// <returns>The frames with their scores, and what was seen of each pair of frames.</returns>
    /// <exception cref="Engine.Errors.VmafException">The videos cannot be measured.</exception>
    public (Report Report, IReadOnlyList<PairObservation?> Observations) Measure(
        string reference, string distorted, RawVideoHints hints, VmafModel model)
    {
        try
        {
            var videoWarnings = new VideoWarnings();
            var opening = new ClipPairOptions { ReferenceHints = hints, DistortedHints = hints, WatchesDifferences = true };
            using var clips = ClipPair.Open(reference, distorted, videoWarnings.KeepReference(videoWarnings.KeepDistorted(opening)), cancellation);
            string[] beforehand = [.. videoWarnings.SoFar];
            Warn([.. beforehand, PairWarnings.OfFrameRates(clips), PairWarnings.OfFrameCounts(clips)]);

            var scoring = new ScoringOptions { Models = [model], ThreadCount = threadCount, LengthPolicy = LengthPolicy.RequireEqual };
            using ScoringRun run = QualityScorer.Start(clips, scoring, cancellation);
            string name = Path.GetFileName(distorted);
            foreach (FrameScore frame in run.ReadFrames())
            {
                _progress.Report(name, run.Progress);
            }

            QualityResult result = run.Complete();
            Warn([.. videoWarnings.SoFar.Except(beforehand)]);
            return (Report.FromResult(result), clips.Observations);
        }
        finally
        {
            _progress.Complete();
        }
    }

    private void Warn(string?[] warnings)
    {
        foreach (string warning in warnings.OfType<string>())
        {
            cmdlet.WriteWarning(warning);
        }
    }
}
