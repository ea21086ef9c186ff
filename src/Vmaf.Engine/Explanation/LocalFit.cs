namespace Vmaf.Engine.Explanation;

/// <summary>
/// A linear function that approximates a model around one row: response ≈ intercept + Σ weightᵢ · featureᵢ, all normalised.
/// </summary>
/// <param name="Weights">Slope for each feature.</param>
/// <param name="Intercept">Response where all normalised features are 0.</param>
/// <param name="CenterResponse">What the model itself says at the centre.</param>
/// <param name="RSquared">
/// How much of the responses' weighted variance the function explains: 1 for a perfect fit; 1 too where the responses do not vary.
/// </param>
public sealed record LocalFit(IReadOnlyList<double> Weights, double Intercept, double CenterResponse, double RSquared);
