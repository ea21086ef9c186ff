using Vmaf.Engine.Explanation;
using Vmaf.Engine.Models;

namespace Vmaf.Tests.Explanation;

/// <summary>Small regressors that need no model file.</summary>
internal static class SyntheticRegressor
{
    /// <summary>A regressor with support vectors spread over the unit cube.</summary>
    public static SupportVectorRegressor Create(int featureCount, int supportVectorCount, double gamma = 0.04, KernelFunction kernel = KernelFunction.RadialBasis)
    {
        var random = new Random(11);
        double[] coefficients = [.. Enumerable.Range(0, supportVectorCount).Select(_ => (random.NextDouble() * 8) - 4)];
        double[] vectors = [.. Enumerable.Range(0, supportVectorCount * featureCount).Select(_ => random.NextDouble())];
        return new SupportVectorRegressor(new KernelParameters(kernel, gamma), featureCount, -1.25, coefficients, vectors);
    }

    /// <summary>Normal offsets, feature-major; the last row is zero.</summary>
    public static double[] Offsets(int featureCount, int rowCount, double deviation)
    {
        double[] offsets = new double[featureCount * rowCount];
        new LegacyNumPyRandom(5).FillNormals(offsets);
        for (int index = 0; index < offsets.Length; index++)
        {
            offsets[index] = index % rowCount == rowCount - 1 ? 0 : offsets[index] * deviation;
        }

        return offsets;
    }

    /// <summary>A function of the regressor itself, for comparison.</summary>
    public static double[] Exact(SupportVectorRegressor regressor, double[] center, double[] offsets, int rowCount)
    {
        double[] rows = [.. offsets.Select((offset, index) => center[index / rowCount] + offset)];
        double[] responses = new double[rowCount];
        regressor.Predict(rows, rowCount, responses);
        return responses;
    }
}
