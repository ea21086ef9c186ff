using Vmaf.Engine.Errors;
using Vmaf.Engine.Features;
using Vmaf.Engine.Metrics;
using Vmaf.Engine.Pairs;
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

    /// <summary>Starts a run that measures a video without a reference, and returns at once.</summary>
    /// <param name="distorted">The video; it stays the caller's, who keeps it open until the run has ended.</param>
    /// <param name="options">What to measure.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.ReferenceMissing"/> if something asked for compares with a reference; else as for
    /// <see cref="Start(ClipPair, ScoringOptions, CancellationToken)"/>.
    /// </exception>
    public static ScoringRun StartWithoutReference(
        IFrameSource distorted, ScoringOptions options, CancellationToken cancellationToken = default)
    {
        RequireNoReference(options);
        return Start(null, distorted, options, cancellationToken);
    }

    /// <summary>Checks that nothing asked for compares with a reference.</summary>
    /// <param name="options">What to measure.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ReferenceMissing"/>.</exception>
    public static void RequireNoReference(ScoringOptions options)
    {
        if (options.NeedsReference)
        {
            IEnumerable<string> comparing =
            [
                .. options.Models.Select(model => model.Info.Name),
                .. options.Metrics.Metrics.Where(metric => metric.NeedsReference).Select(metric => metric.Name),
                .. options.Features.Select(feature => feature.Extractor).Where(name => FeatureRegistry.GetByName(name).NeedsReference),
            ];
            throw new VmafException(
                VmafErrorIds.ReferenceMissing,
                $"There is no reference to compare with for {string.Join(", ", comparing)}.",
                "Give a reference, or ask only for metrics that need none, such as SITI or NIQE.");
        }
    }

    /// <summary>Says what the result of a run will have, without running it.</summary>
    /// <param name="options">What to measure.</param>
    /// <param name="format">Format of both videos.</param>
    /// <exception cref="VmafException">As for <see cref="Start(ClipPair, ScoringOptions, CancellationToken)"/>.</exception>
    public static ResultLayout Describe(ScoringOptions options, VideoFormat format)
    {
        using ScoringPlan plan = Plan(ModelsOf(options), FeaturesOf(options), options, format);
        return plan.Layout;
    }

    internal static ScoringRun Start(
        IFrameSource? reference, IFrameSource distorted, ScoringOptions options, CancellationToken cancellationToken)
    {
        if (options.Models.Count == 0 && options.Features.Count == 0 && options.Metrics.Metrics.Count == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                "There is nothing to measure: neither a model nor a metric nor a feature is asked for.",
                "Name a model, a metric or a feature.");
        }

        return Start(reference, distorted, ModelsOf(options), FeaturesOf(options), options, cancellationToken);
    }

    internal static ScoringRun Start(
        IFrameSource? reference,
        IFrameSource distorted,
        IReadOnlyList<ScoringModel> models,
        IReadOnlyList<FeatureOptionSet> features,
        ScoringOptions options,
        CancellationToken cancellationToken)
    {
        options.Validate();
        cancellationToken.ThrowIfCancellationRequested();
        if (options.LengthPolicy == LengthPolicy.RequireEqual
            && reference?.FrameCount is { } referenceFrames
            && distorted.FrameCount is { } distortedFrames
            && referenceFrames != distortedFrames)
        {
            throw LengthMismatch.Error(reference, distorted, referenceFrames, distortedFrames);
        }

        return new ScoringRun(reference, distorted, Plan(models, features, options, distorted.Format), options, cancellationToken);
    }

    private static ScoringModel[] ModelsOf(ScoringOptions options) =>
        [.. options.Models.Select(model => new RegressionScoringModel(model)), .. options.Metrics.Models];

    private static FeatureOptionSet[] FeaturesOf(ScoringOptions options) => [.. options.Features.Select(feature => feature.Resolve())];

    private static ScoringPlan Plan(
        IReadOnlyList<ScoringModel> models, IReadOnlyList<FeatureOptionSet> features, ScoringOptions options, VideoFormat format) =>
        ScoringPlan.Create(models, [.. MetricFeatures(options.Metrics, features), .. features], format, options.Metrics);

    /// <summary>
    /// Extractors of metrics that are features rather than a score. One that the user asked for under the same names has the user's options.
    /// </summary>
    private static IEnumerable<FeatureOptionSet> MetricFeatures(MetricSelection metrics, IReadOnlyList<FeatureOptionSet> explicitly) =>
        metrics.Features
            .Select(feature => feature.Resolve())
            .Where(options => !explicitly.Any(other => other.Extractor == options.Extractor))
            .Where(options => !metrics.Derived.SelectMany(feature => feature.Inputs).Any(input => input.Options.Extractor == options.Extractor));
}
