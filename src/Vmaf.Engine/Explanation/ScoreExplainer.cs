using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Models;

namespace Vmaf.Engine.Explanation;

/// <summary>Explains the scores that a model gives to frames. Immutable; may be shared by threads.</summary>
public sealed class ScoreExplainer
{
    /// <summary>Normalised features are about 0 to 1. Beyond this, a value comes of no video; far beyond, it has no neighbours.</summary>
    private const double LargestNormalizedValue = 1e9;

    private readonly VmafModel _model;
    private readonly LocalExplainer _explainer;
    private readonly string _predictorName;
    private readonly ScorePredictor[] _predictors;
    private readonly INeighborResponse[] _responses;
    private readonly FeatureMeaning[] _meanings;

    /// <summary>Prepares a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How to explain; the defaults if omitted.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.OptionInvalid"/>: an option is out of range, or asks for a member that the model does not have.
    /// <see cref="VmafErrorIds.ModelUnsupported"/>: the model does not normalise its features, so that neighbours have no scale.
    /// </exception>
    public ScoreExplainer(VmafModel model, LocalExplainerOptions? options = null)
    {
        _model = model;
        _explainer = new LocalExplainer(options);
        int? member = _explainer.Options.MemberIndex;
        if (member is { } index && (index < 0 || index >= model.Members.Count))
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                string.Create(
                    CultureInfo.InvariantCulture, $"The model '{model.Name}' has no member {index}; it has {model.Members.Count}."),
                "Leave the member out to explain the main model.",
                nameof(LocalExplainerOptions.MemberIndex));
        }

        if (_explainer.Options.IncludesMemberSpread && model.Members.Count == 0)
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid,
                $"The model '{model.Name}' has no bootstrap members, so its weights have no spread.",
                "Use a bootstrap model, for example vmaf_b_v0.6.3.",
                nameof(LocalExplainerOptions.IncludesMemberSpread));
        }

        ScorePredictor explained = member is null ? model.Main : model.Members[member.Value];
        _predictorName = member is null ? model.Name : model.MemberName(member.Value);
        _predictors = _explainer.Options.IncludesMemberSpread ? [explained, .. model.Members] : [explained];
        if (_predictors.Any(predictor => predictor.Features.Count == 0 || predictor.Score is null))
        {
            throw new VmafException(
                VmafErrorIds.ModelUnsupported,
                $"The model '{model.Name}' does not normalise its features, so its scores cannot be explained by neighbours.",
                "Use a model with linear rescaling, for example vmaf_v0.6.1.",
                model.Name);
        }

        _responses = [.. _predictors.Select(predictor => RegressorNeighbors.For(predictor.Regressor))];
        _meanings = [.. model.Features.Select(feature => FeatureMeaning.Of(feature.Name))];
    }

    /// <summary>The model.</summary>
    public VmafModel Model => _model;

    /// <summary>Explains frames. One random stream runs through them in order.</summary>
    /// <param name="frames">The frames with their features, in order.</param>
    /// <param name="progress">Receives the number of frames done, from any thread.</param>
    /// <param name="cancellation">Stops the work within a fraction of a second.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureNotFinite"/>: as for <see cref="Check"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<FrameExplanation> Explain(
        IReadOnlyList<FrameFeatures> frames, IProgress<int>? progress = null, CancellationToken cancellation = default) =>
        Explain(frames, [.. Enumerable.Range(0, frames.Count)], progress, cancellation);

    /// <summary>Explains some frames of a clip; the others show what is special about these. One random stream runs through them in order.</summary>
    /// <param name="frames">All frames with their features, in order.</param>
    /// <param name="positions">Positions of the frames to explain in the list, not their indices in the video.</param>
    /// <param name="progress">Receives the number of frames done, from any thread.</param>
    /// <param name="cancellation">Stops the work within a fraction of a second.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FeatureNotFinite"/>: as for <see cref="Check"/>.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IReadOnlyList<FrameExplanation> Explain(
        IReadOnlyList<FrameFeatures> frames,
        IReadOnlyList<int> positions,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        double[][][] centers = [.. positions.Select(position => Normalize(frames[position]))];
        LocalFit[][] fits = _explainer.Fit(_responses, centers, progress, cancellation);
        var detector = new FrameConditionDetector(frames, [.. _meanings.Select(meaning => meaning.Name)]);
        var impairments = new ImpairmentDetector(_meanings);
        return
        [
            .. positions.Select((position, index) =>
            {
                FrameFeatures frame = frames[position];
                FrameConditions conditions = detector.Detect(position);
                return Describe(frame, centers[index][0], fits[index], conditions, impairments.Detect(frame, conditions));
            }),
        ];
    }

    /// <summary>Throws where a frame cannot be explained.</summary>
    /// <param name="frame">The frame.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FeatureNotFinite"/>: a feature is NaN, infinite, or so large that no video has it, or the model has no
    /// finite score for the frame.
    /// </exception>
    public void Check(FrameFeatures frame)
    {
        double[] values = [.. frame.Values];
        if (values.Length != _model.Features.Count)
        {
            throw new ArgumentException(
                $"Frame {frame.FrameIndex} has {values.Length} features instead of {_model.Features.Count}.", nameof(frame));
        }

        for (int index = 0; index < values.Length; index++)
        {
            double value = values[index];
            if (!_predictors.All(predictor => Math.Abs(predictor.Features[index].Apply(value)) <= LargestNormalizedValue))
            {
                string name = _meanings[index].Name;
                string reason = double.IsFinite(value) ? ", which no video has" : string.Empty;
                throw NotExplainable(
                    string.Create(CultureInfo.InvariantCulture, $"The feature '{name}' of frame {frame.FrameIndex} is {value}{reason}."),
                    name);
            }
        }

        double rawScore = PredictRaw(values);
        if (!double.IsFinite(rawScore) || !double.IsFinite(_predictors[0].Finish(rawScore)))
        {
            throw NotExplainable(
                string.Create(CultureInfo.InvariantCulture, $"{_predictorName} gives no finite score to frame {frame.FrameIndex}."),
                _predictorName);
        }
    }

    private static VmafException NotExplainable(string message, string target) => new(
        VmafErrorIds.FeatureNotFinite,
        message,
        "Such a frame has no explanation: measure the videos again, or leave the frame out.",
        target);

    private double PredictRaw(ReadOnlySpan<double> values)
    {
        double rawScore = 0;
        _predictors[0].PredictRaw(values, 1, new Span<double>(ref rawScore));
        return rawScore;
    }

    private double[][] Normalize(FrameFeatures frame)
    {
        Check(frame);
        double[] values = [.. frame.Values];
        return [.. _predictors.Select(predictor =>
        {
            double[] normalized = new double[values.Length];
            predictor.Normalize(values, 1, normalized);
            return normalized;
        })];
    }

    private FrameExplanation Describe(
        FrameFeatures frame, double[] normalized, LocalFit[] fits, FrameConditions conditions, Impairment impairment)
    {
        ScorePredictor predictor = _predictors[0];
        LocalFit fit = fits[0];
        double[] values = [.. frame.Values];
        double rawScore = PredictRaw(values);
        double[] slopes = Slopes(predictor, values, fit, TransformSlope(predictor, rawScore) / predictor.Score!.Slope);
        var features = new FeatureEffect[values.Length];
        for (int index = 0; index < features.Length; index++)
        {
            double value = values[index];
            double slope = slopes[index];
            double best = BestValue(_meanings[index], predictor.Features[index], value, slope);
            features[index] = new FeatureEffect
            {
                Name = _meanings[index].Name,
                Role = _meanings[index].Role,
                Value = value,
                NormalizedValue = normalized[index],
                Weight = fit.Weights[index],
                WeightSpread = fits.Length > 1 ? Spread(fits.AsSpan(1), index) : null,
                Slope = slope,
                BestValue = best,
                Effect = slope * (best - value),
                Rank = 0,
            };
        }

        double score = predictor.Finish(rawScore);
        IReadOnlyList<FeatureEffect> ranked = EffectRanking.Rank(features);
        return new FrameExplanation
        {
            FrameIndex = frame.FrameIndex,
            Score = score,
            PredictorName = _predictorName,
            Features = ranked,
            Intercept = fit.Intercept,
            RSquared = fit.RSquared,
            Conditions = conditions,
            Impairment = impairment,
            Verdict = Verdict.OfFrame(score, impairment, ranked, conditions, fit.RSquared),
        };
    }

    /// <summary>Score points per unit of each raw feature.</summary>
    private static double[] Slopes(ScorePredictor predictor, double[] values, LocalFit fit, double pointsPerNormalizedScore)
    {
        double[] slopes = [.. fit.Weights.Select((weight, index) => weight * predictor.Features[index].Slope * pointsPerNormalizedScore)];
        if (predictor.Chroma is { } chroma && predictor.TakesChromaFromLuma(values))
        {
            // What the model takes for chroma is p − p · luma: luma moves the score through both, measured chroma through neither.
            slopes[chroma.GuidingFeature] -= chroma.Parameter * slopes[chroma.GuidedFeature];
            slopes[chroma.GuidedFeature] = 0;
        }

        return slopes;
    }

    /// <summary>Slope of the transform, not of the clip: a clipped score still has reasons.</summary>
    private static double TransformSlope(ScorePredictor predictor, double rawScore)
    {
        const double HalfStep = 0.01;
        return predictor.Transform is { } transform
            ? (transform.Apply(rawScore + HalfStep) - transform.Apply(rawScore - HalfStep)) / (2 * HalfStep)
            : 1;
    }

    private static double BestValue(FeatureMeaning meaning, LinearRescale scale, double value, double slope)
    {
        switch (meaning.Role)
        {
            case FeatureRole.Fidelity:
                return 1;
            case FeatureRole.Impairment:
                return 0;
            case FeatureRole.Content:
                return value;
            default:
                // Models are trained on features between 0 and 1, normalised.
                double low = Math.Min(scale.Invert(0), scale.Invert(1));
                double high = Math.Max(scale.Invert(0), scale.Invert(1));
                bool isHigherBetter = meaning.Direction is { } direction ? direction == FeatureDirection.HigherIsBetter : slope >= 0;
                return isHigherBetter ? Math.Max(high, value) : Math.Min(low, value);
        }
    }

    private static double Spread(ReadOnlySpan<LocalFit> members, int feature)
    {
        double sum = 0;
        double squares = 0;
        foreach (LocalFit member in members)
        {
            sum += member.Weights[feature];
        }

        double mean = sum / members.Length;
        foreach (LocalFit member in members)
        {
            squares += (member.Weights[feature] - mean) * (member.Weights[feature] - mean);
        }

        return Math.Sqrt(squares / members.Length);
    }
}
