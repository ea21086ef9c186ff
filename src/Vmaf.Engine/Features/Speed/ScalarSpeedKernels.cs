using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Speed;

/// <summary>The arithmetic without vectors.</summary>
internal sealed class ScalarSpeedKernels : ISpeedKernels
{
    /// <inheritdoc/>
    public SimdTier Tier => SimdTier.Scalar;

    /// <inheritdoc/>
    public void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        for (int index = 0; index < values.Length; index++)
        {
            sums[index] += factor * values[index];
        }
    }

    /// <inheritdoc/>
    public void Multiply(Span<float> product, ReadOnlySpan<float> left, ReadOnlySpan<float> right, int columns)
    {
        for (int row = 0; row < BlockStatistics.ElementCount; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                float sum = 0;
                for (int index = 0; index < BlockStatistics.ElementCount; index++)
                {
                    sum += left[(row * BlockStatistics.RowLength) + index] * right[(index * columns) + column];
                }

                product[(row * columns) + column] = sum;
            }
        }
    }

    /// <inheritdoc/>
    public void AddProducts(ReadOnlySpan<double> values, Span<double> sums)
    {
        for (int place = 0; place < values.Length; place += BlockStatistics.RowLength)
        {
            for (int first = 0; first < BlockStatistics.ElementCount; first++)
            {
                for (int second = 0; second < BlockStatistics.ElementCount; second++)
                {
                    sums[(first * BlockStatistics.RowLength) + second] += values[place + first] * values[place + second];
                }
            }
        }
    }
}
