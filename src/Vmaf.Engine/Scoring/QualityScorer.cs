using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Scoring;

/// <summary>Compares a distorted video with its reference.</summary>
public static class QualityScorer
{
    /// <summary>Starts a run and returns at once.</summary>
    /// <param name="clips">The videos; they stay the caller's, who keeps them open until the run has ended.</param>
    /// <param name="options">What to measure.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="VmafException">
    /// The videos do not fit each other, nothing is asked for, a feature or option is unknown or does not fit the videos,
    /// or two scores have the same name.
    /// </exception>
    public static ScoringRun Start(ClipPair clips, ScoringOptions options, CancellationToken cancellationToken = default) =>
        Start(clips.Reference, clips.Distorted, options, cancellationToken);

    /// <summary>Runs to the end.</summary>
    /// <param name="clips">The videos; they stay the caller's.</param>
    /// <param name="options">What to measure.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="VmafException">As for <see cref="Start(ClipPair, ScoringOptions, CancellationToken)"/>, or a video is malformed.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static QualityResult Score(ClipPair clips, ScoringOptions options, CancellationToken cancellationToken = default)
    {
        using ScoringRun run = Start(clips, options, cancellationToken);
        return run.Complete();
    }

    internal static ScoringRun Start(
        IFrameSource reference, IFrameSource distorted, ScoringOptions options, CancellationToken cancellationToken)
    {
        if (options.Models.Count == 0 && options.Features.Count == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "There is nothing to measure: neither a model nor a feature is asked for.", "Name a model or a feature.");
        }

        return Start(
            reference,
            distorted,
            [.. options.Models.Select(model => new RegressionScoringModel(model))],
            [.. options.Features.Select(feature => feature.Resolve())],
            options,
            cancellationToken);
    }

    internal static ScoringRun Start(
        IFrameSource reference,
        IFrameSource distorted,
        IReadOnlyList<ScoringModel> models,
        IReadOnlyList<FeatureOptionSet> features,
        ScoringOptions options,
        CancellationToken cancellationToken)
    {
        options.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        if (options.LengthPolicy == LengthPolicy.RequireEqual
            && reference.FrameCount is { } referenceFrames
            && distorted.FrameCount is { } distortedFrames
            && referenceFrames != distortedFrames)
        {
            throw LengthMismatch.Error(reference, distorted, referenceFrames, distortedFrames);
        }

        ScoringPlan plan = ScoringPlan.Create(models, features, reference.Format);
        return new ScoringRun(reference, distorted, plan, options, cancellationToken);
    }
}
