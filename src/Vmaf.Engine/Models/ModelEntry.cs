namespace Vmaf.Engine.Models;

/// <summary>One regression of a model file, as the file has it: no option of the user is applied.</summary>
/// <param name="Kind">What the file says the regression is part of.</param>
/// <param name="Features">The features, in the regressor's order.</param>
/// <param name="FeatureScales">Normalisation of each feature; empty where features are not normalised.</param>
/// <param name="ScoreScale">Normalisation of the score; <see langword="null"/> where it is not normalised.</param>
/// <param name="Regressor">The regressor.</param>
/// <param name="Chroma">Chroma correction, if any.</param>
/// <param name="Transform">Score transform, if any, turned on or not.</param>
/// <param name="Range">Limits of the score, if any.</param>
internal sealed record ModelEntry(
    ModelKind Kind,
    IReadOnlyList<ModelFeature> Features,
    IReadOnlyList<LinearRescale> FeatureScales,
    LinearRescale? ScoreScale,
    SupportVectorRegressor Regressor,
    ChromaCorrection? Chroma,
    ScoreTransform? Transform,
    ScoreRange? Range)
{
    /// <summary>Applies the user's choices.</summary>
    /// <param name="disableClip">Whether to leave out the limits.</param>
    /// <param name="enableTransform">Whether to turn the transform on even where the file does not.</param>
    public ScorePredictor CreatePredictor(bool disableClip, bool enableTransform) =>
        new(
            Regressor,
            FeatureScales,
            ScoreScale,
            Chroma,
            enableTransform || Transform is { IsEnabledByDefault: true } ? Transform : null,
            disableClip ? null : Range);
}
