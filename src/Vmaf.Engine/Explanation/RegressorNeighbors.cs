using System.Buffers;
using Vmaf.Engine.Models;

namespace Vmaf.Engine.Explanation;

/// <summary>A regressor of any kernel, evaluated at points around a centre.</summary>
internal sealed class RegressorNeighbors(SupportVectorRegressor regressor) : INeighborResponse
{
    /// <inheritdoc/>
    public int FeatureCount => regressor.FeatureCount;

    /// <summary>The fastest way to evaluate a regressor at neighbours.</summary>
    public static INeighborResponse For(SupportVectorRegressor regressor) => regressor.Kernel.Function == KernelFunction.RadialBasis
        ? new RadialBasisNeighbors(regressor)
        : new RegressorNeighbors(regressor);

    /// <inheritdoc/>
    public void Evaluate(ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, Span<double> responses)
    {
        NeighborBlock.Check(FeatureCount, center, offsets, rowCount, responses);
        double[] rows = ArrayPool<double>.Shared.Rent(FeatureCount * rowCount);
        try
        {
            for (int index = 0; index < FeatureCount * rowCount; index++)
            {
                rows[index] = center[index / rowCount] + offsets[index];
            }

            regressor.Predict(rows.AsSpan(0, FeatureCount * rowCount), rowCount, responses);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rows);
        }
    }
}
