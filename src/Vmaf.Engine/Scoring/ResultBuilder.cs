using System.Globalization;
using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring.Workers;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>Sums up a run that came to its end.</summary>
internal sealed class ResultBuilder(
    IFrameSource? reference,
    IFrameSource distorted,
    ScoringPlan plan,
    ScoringOptions options,
    SimdTier tier,
    FrameReader reader,
    IReadOnlyList<FrameScore> frames,
    IReadOnlyDictionary<string, double> aggregates)
{
    /// <summary>Makes the result.</summary>
    /// <param name="elapsed">Wall time of the run.</param>
    /// <exception cref="VmafException">There was no frame, or lengths differ where they must not.</exception>
    public QualityResult Build(TimeSpan elapsed)
    {
        if (frames.Count == 0)
        {
            throw new VmafException(
                VmafErrorIds.NoFrames,
                reference is null
                    ? $"No frame of '{distorted.Name}' was left to measure."
                    : $"No frame of '{reference.Name}' and '{distorted.Name}' was left to compare.",
                "Check that there are frames beyond those skipped.");
        }

        if (reference is not null && reader.LengthsDiffer && options.LengthPolicy == LengthPolicy.RequireEqual)
        {
            throw LengthMismatch.Error(reference, distorted, reader.ReferenceFrameCount, reader.DistortedFrameCount);
        }

        MetricSummary[] metrics = MetricSummary.FromFrames(plan.Names, frames);
        return new QualityResult
        {
            Reference = reference?.Name,
            Distorted = distorted.Name,
            Format = distorted.Format,
            ReferenceFrameCount = reader.ReferenceFrameCount,
            DistortedFrameCount = reader.DistortedFrameCount,
            FramesRead = reader.FramesRead,
            Models = plan.Layout.ModelResults(metrics),
            Features = metrics[..plan.Names.Features.Count],
            Metrics = metrics,
            Aggregates = aggregates,
            Frames = frames,
            Names = plan.Names,
            Elapsed = elapsed,
            SimdTier = tier,
            Warnings = [.. LengthWarnings(), .. BandingWarnings(), .. NonFiniteFeature.Find(plan.Names, frames).Select(feature => feature.ToString())],
        };
    }

    private IEnumerable<string> LengthWarnings()
    {
        if (reference is not null && reader.LengthsDiffer)
        {
            yield return LengthMismatch.Describe(reference, distorted, reader.ReferenceFrameCount, reader.DistortedFrameCount)
                + string.Create(CultureInfo.InvariantCulture, $" The first {reader.FramesRead} of each were compared.");
        }
    }

    private IEnumerable<string> BandingWarnings() => plan.Models
        .Select(planned => BandingPrecision.FindDoubt(planned.Model.Info, distorted.Format, distorted is IProbedVideo { IsScaled: true }))
        .OfType<string>()
        .Select(doubt => $"{doubt} {BandingPrecision.Remedy}");
}
