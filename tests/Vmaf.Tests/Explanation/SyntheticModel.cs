using Vmaf.Engine.Models;

namespace Vmaf.Tests.Explanation;

/// <summary>Models that need no file: a nearly linear regressor with known slopes inside a normalisation.</summary>
internal static class SyntheticModel
{
    /// <summary>
    /// A model whose regressor is Σ slopeᵢ·xᵢ + 0.1, exactly; features are halved and moved by 0.25, the score is 50·(response) + 10.
    /// </summary>
    public static VmafModel Linear(
        (string Name, double Slope)[] features, ScoreTransform? transform = null, ChromaCorrection? chroma = null, double[]? members = null)
    {
        double[] factors = [1, .. members ?? []];
        return VmafModel.Create(
            [.. factors.Select(factor => Entry(features, factor, transform, chroma))],
            new ModelInfo
            {
                Name = "synthetic",
                Origin = ModelOrigin.Path,
                Sha256 = string.Empty,
                Kind = members is null ? ModelKind.SupportVectorRegression : ModelKind.Bootstrap,
                Features = [],
                Description = string.Empty,
            },
            new ModelLoadOptions(),
            _ => null);
    }

    private static ModelEntry Entry((string Name, double Slope)[] features, double factor, ScoreTransform? transform, ChromaCorrection? chroma)
    {
        double[] vector = [.. features.Select(feature => feature.Slope * factor)];
        var regressor = new SupportVectorRegressor(new KernelParameters(KernelFunction.Linear, 0), features.Length, -0.1, [1], vector);
        return new ModelEntry(
            ModelKind.SupportVectorRegression,
            [.. features.Select(feature => new ModelFeature(feature.Name, []))],
            [.. features.Select(_ => new LinearRescale(0.5, 0.25))],
            new LinearRescale(0.02, -0.2),
            regressor,
            chroma,
            transform,
            new ScoreRange(0, 100));
    }
}
