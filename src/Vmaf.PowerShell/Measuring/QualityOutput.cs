using System.Management.Automation;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;
using Vmaf.PowerShell.Errors;
using Vmaf.PowerShell.Explaining;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Measuring;

/// <summary>Writes what was measured of one pair of videos: frames as they come, then the result. For the pipeline's thread.</summary>
/// <param name="cmdlet">Where to write.</param>
/// <param name="clip">The distorted video.</param>
/// <param name="perFrame">Whether each frame is an object, else the whole video.</param>
/// <param name="explainer">Explains the scores; <see langword="null"/> for no explanations.</param>
internal sealed class QualityOutput(Cmdlet cmdlet, ExplainedClip clip, bool perFrame, FrameExplainer? explainer)
{
    private const string ExplanationProperty = "Explanation";

    /// <summary>Writes a frame, unless it has to wait for its explanation.</summary>
    /// <param name="frame">The frame.</param>
    public void WriteFrame(FrameScore frame)
    {
        if (perFrame && explainer is null)
        {
            cmdlet.WriteObject(FrameRow.Create(frame, clip.Path));
        }
    }

    /// <summary>Writes warnings about the pair, and an error for each feature that was not finite everywhere.</summary>
    /// <param name="result">The run's result.</param>
    /// <param name="warnings">Its warnings that were not written before.</param>
    public void WriteWarnings(QualityResult result, IEnumerable<string> warnings)
    {
        IReadOnlyList<NonFiniteFeature> nonFinite = NonFiniteFeature.Find(result.Names, result.Frames);
        foreach (NonFiniteFeature feature in nonFinite)
        {
            cmdlet.WriteError(EngineErrorRecord.Create(new VmafException(
                VmafErrorIds.FeatureNotFinite,
                $"'{clip.Path}': {feature}",
                "Look at these frames in both videos. Pictures of one colour are the usual cause, and equal pictures where a feature divides by their difference.",
                clip.Path)));
        }

        // The errors say the same.
        foreach (string warning in warnings.Except(nonFinite.Select(feature => feature.ToString())))
        {
            cmdlet.WriteWarning(warning);
        }
    }

    /// <summary>Writes the result, and the frames that waited for explanations.</summary>
    /// <param name="pair">The videos, and the run's result.</param>
    /// <param name="observations">What was seen of each pair of frames, by frame index; empty where nobody looked.</param>
    public void WriteResult(ScoredPair pair, IReadOnlyList<PairObservation?> observations)
    {
        QualityResult result = pair.Result;
        FrameExplanationRow[] explanations = explainer is null ? [] : ExplainFrames(explainer, result, observations);
        if (!perFrame)
        {
            PSObject row = QualityRow.Create(pair);
            if (explainer is not null)
            {
                ExplanationRow? explanation =
                    explanations.Length == 0 ? null : new ExplanationRow(explanations, explainer.Model.Info.Name, result.Reference, clip);
                row.Properties.Add(new PSNoteProperty(ExplanationProperty, explanation?.ToOutput()));
            }

            cmdlet.WriteObject(row);
        }
        else if (explainer is not null)
        {
            Dictionary<int, FrameExplanationRow> byFrame = explanations.ToDictionary(explanation => explanation.Frame);
            foreach (FrameScore frame in result.Frames)
            {
                PSObject row = FrameRow.Create(frame, clip.Path);
                row.Properties.Add(new PSNoteProperty(ExplanationProperty, byFrame.GetValueOrDefault(frame.FrameIndex)?.ToOutput()));
                cmdlet.WriteObject(row);
            }
        }
    }

    /// <summary>Explains the frames; where that fails, the scores are worth having all the same.</summary>
    private FrameExplanationRow[] ExplainFrames(
        FrameExplainer frameExplainer, QualityResult result, IReadOnlyList<PairObservation?> observations)
    {
        try
        {
            return [.. frameExplainer.Explain(Report.FromResult(result), observations).Select(frame => new FrameExplanationRow(frame, clip))];
        }
        catch (VmafException error)
        {
            cmdlet.WriteError(EngineErrorRecord.Create(error, clip.Path));
            return [];
        }
    }
}
