using System.Buffers;

namespace Vmaf.Engine.Models;

/// <summary>
/// One regression with all that stands around it: normalise → correct chroma → regress → de-normalise → transform → clip. A plain
/// model is one of these; a bootstrap model has one for each member. Immutable; may be shared by threads.
/// </summary>
public sealed class ScorePredictor
{
    private readonly LinearRescale[] _features;

    /// <summary>Creates a predictor.</summary>
    /// <param name="regressor">The regressor, on normalised features.</param>
    /// <param name="features">Normalisation of each feature; empty where features are not normalised.</param>
    /// <param name="score">Normalisation of the score; <see langword="null"/> where it is not normalised.</param>
    /// <param name="chroma">Chroma correction, if the model has one.</param>
    /// <param name="transform">Transform in force, if any.</param>
    /// <param name="clip">Limits in force, if any.</param>
    public ScorePredictor(
        SupportVectorRegressor regressor,
        IReadOnlyList<LinearRescale> features,
        LinearRescale? score,
        ChromaCorrection? chroma,
        ScoreTransform? transform,
        ScoreRange? clip)
    {
        if (features.Count != 0 && features.Count != regressor.FeatureCount)
        {
            throw new ArgumentException($"The regressor has {regressor.FeatureCount} features, not {features.Count}.", nameof(features));
        }

        Regressor = regressor;
        _features = [.. features];
        Score = score;
        Chroma = chroma;
        Transform = transform;
        Clip = clip;
    }

    /// <summary>The regressor, on normalised features.</summary>
    public SupportVectorRegressor Regressor { get; }

    /// <summary>Normalisation of each feature; empty where features are not normalised.</summary>
    public IReadOnlyList<LinearRescale> Features => _features;

    /// <summary>Normalisation of the score; <see langword="null"/> where it is not normalised.</summary>
    public LinearRescale? Score { get; }

    /// <summary>Chroma correction, if the model has one.</summary>
    public ChromaCorrection? Chroma { get; }

    /// <summary>Transform in force, if any.</summary>
    public ScoreTransform? Transform { get; }

    /// <summary>Limits in force, if any.</summary>
    public ScoreRange? Clip { get; }

    /// <summary>Normalises rows and corrects their chroma feature: what <see cref="Regressor"/> takes.</summary>
    /// <param name="rows">Raw features, feature-major: feature f of row r at f·<paramref name="rowCount"/> + r.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="normalized">Receives as many numbers in the same layout; may be the same memory.</param>
    public void Normalize(ReadOnlySpan<double> rows, int rowCount, Span<double> normalized)
    {
        rows[..(rowCount * Regressor.FeatureCount)].CopyTo(normalized);
        for (int feature = 0; feature < _features.Length; feature++)
        {
            LinearRescale rescale = _features[feature];
            foreach (ref double value in normalized.Slice(feature * rowCount, rowCount))
            {
                value = rescale.Apply(value);
            }
        }

        if (Chroma is not null)
        {
            CorrectChroma(Chroma, rowCount, normalized);
        }
    }

    /// <summary>Whether <see cref="Normalize"/> takes a row's chroma feature from luma, whatever was measured of chroma.</summary>
    /// <param name="row">Raw features of one row.</param>
    public bool TakesChromaFromLuma(ReadOnlySpan<double> row)
    {
        if (Chroma is null)
        {
            return false;
        }

        LinearRescale? scale = Scale(Chroma.GuidedFeature);
        double chroma = row[Chroma.GuidedFeature];
        return CountsAsZero(scale, scale?.Apply(chroma) ?? chroma);
    }

    /// <summary>De-normalises a regressor's output: the score before transform and clip.</summary>
    /// <param name="response">Output of <see cref="Regressor"/>.</param>
    public double Denormalize(double response) => Score is { } score ? score.Invert(response) : response;

    /// <summary>Applies the transform and the limits in force.</summary>
    /// <param name="rawScore">A score as <see cref="Denormalize"/> gives it.</param>
    public double Finish(double rawScore)
    {
        double score = Transform is null ? rawScore : Transform.Apply(rawScore);
        return Clip is { } clip ? clip.Clip(score) : score;
    }

    /// <summary>Predicts the scores of rows before transform and clip.</summary>
    /// <param name="rows">Raw features, feature-major: feature f of row r at f·<paramref name="rowCount"/> + r.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="rawScores">Receives one score a row.</param>
    public void PredictRaw(ReadOnlySpan<double> rows, int rowCount, Span<double> rawScores)
    {
        int length = checked(rowCount * Regressor.FeatureCount);
        double[] normalized = ArrayPool<double>.Shared.Rent(length);
        try
        {
            Normalize(rows, rowCount, normalized);
            Regressor.Predict(normalized.AsSpan(0, length), rowCount, rawScores);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(normalized);
        }

        foreach (ref double response in rawScores[..rowCount])
        {
            response = Denormalize(response);
        }
    }

    private void CorrectChroma(ChromaCorrection chroma, int rowCount, Span<double> normalized)
    {
        Span<double> guiding = normalized.Slice(chroma.GuidingFeature * rowCount, rowCount);
        Span<double> guided = normalized.Slice(chroma.GuidedFeature * rowCount, rowCount);
        LinearRescale? guidingScale = Scale(chroma.GuidingFeature);
        LinearRescale? guidedScale = Scale(chroma.GuidedFeature);
        for (int row = 0; row < rowCount; row++)
        {
            if (CountsAsZero(guidedScale, guided[row]))
            {
                double luma = guidingScale?.Invert(guiding[row]) ?? guiding[row];
                double corrected = (-chroma.Parameter * luma) + chroma.Parameter;
                guided[row] = guidedScale?.Apply(corrected) ?? corrected;
            }
        }
    }

    private LinearRescale? Scale(int feature) => _features.Length == 0 ? null : _features[feature];

    /// <summary>As libvmaf does it, on the normalised value: what is 0 after de-normalising counts as 0.</summary>
    private static bool CountsAsZero(LinearRescale? scale, double normalized) => (scale?.Invert(normalized) ?? normalized) == 0;
}
