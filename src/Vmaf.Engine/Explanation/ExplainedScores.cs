using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// Scores of frames with their explanations, as the runner <c>VMAF_LE</c> of Netflix's harness gives them (Netflix/vmaf,
/// quality_runner_extra.py). The scores are the model's own: neighbours explain them and do not change them.
/// </summary>
/// <param name="Scores">Score of each frame.</param>
/// <param name="Explanations">What the scores are made of, a row for each frame.</param>
public sealed record ExplainedScores(IReadOnlyList<double> Scores, LocalExplanationTable Explanations)
{
    /// <summary>Key of the scores in <see cref="ToDictionary"/>.</summary>
    public const string ScoresKey = "VMAF_LE_scores";

    /// <summary>Key of the explanations in <see cref="ToDictionary"/>.</summary>
    public const string ExplanationsKey = "VMAF_LE_scores_exps";

    /// <summary>Mean of the scores, the harness's <c>VMAF_LE_score</c>.</summary>
    public double Score => Scores.Average();

    /// <summary>Explains all frames of a run.</summary>
    /// <param name="result">The run; it must have the features of the model.</param>
    /// <param name="model">The model. Its transform and its clip apply as it was loaded.</param>
    /// <param name="options">How to explain; the defaults if omitted. The random stream begins anew with each call.</param>
    /// <param name="progress">Receives the number of frames done, from any thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.NoFrames"/>: the run has no frames. <see cref="VmafErrorIds.FeatureMissing"/>: it lacks a feature of
    /// the model. <see cref="VmafErrorIds.FeatureNotFinite"/>: a feature is NaN or infinite. <see cref="VmafErrorIds.OptionInvalid"/>
    /// and <see cref="VmafErrorIds.ModelUnsupported"/>: as for <see cref="ScoreExplainer"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ExplainedScores Of(
        QualityResult result,
        VmafModel model,
        LocalExplainerOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        var reader = new FrameFeatureReader(model, [.. result.Names.All]);
        return Of([.. result.Frames.Select(frame => reader.Read(frame))], model, options, progress, cancellation);
    }

    /// <summary>Explains frames whose features are known.</summary>
    /// <param name="frames">The frames, at least one.</param>
    /// <param name="model">The model. Its transform and its clip apply as it was loaded.</param>
    /// <param name="options">How to explain; the defaults if omitted. The random stream begins anew with each call.</param>
    /// <param name="progress">Receives the number of frames done, from any thread.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <inheritdoc cref="Of(QualityResult, VmafModel, LocalExplainerOptions?, IProgress{int}?, CancellationToken)" path="/exception"/>
    public static ExplainedScores Of(
        IReadOnlyList<FrameFeatures> frames,
        VmafModel model,
        LocalExplainerOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        if (frames.Count == 0)
        {
            throw new VmafException(VmafErrorIds.NoFrames, "There is no frame to explain.", "Give a result with at least one scored frame.");
        }

        IReadOnlyList<FrameExplanation> explained = new ScoreExplainer(model, options).Explain(frames, progress, cancellation);
        return new ExplainedScores(
            [.. explained.Select(frame => frame.Score)],
            LocalExplanationTable.Of(explained, [.. model.Features.Select(feature => feature.Name)]));
    }

    /// <summary>The scores and the explanations under the harness's keys.</summary>
    public IReadOnlyDictionary<string, object> ToDictionary() => new OrderedDictionary<string, object>(StringComparer.Ordinal)
    {
        [ScoresKey] = Scores,
        [ExplanationsKey] = Explanations.ToDictionary(),
    };
}
