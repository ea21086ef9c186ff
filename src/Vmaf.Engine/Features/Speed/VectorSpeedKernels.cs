using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Speed;

/// <summary>The arithmetic with vectors; lanes are different sums, so each keeps its order.</summary>
internal sealed unsafe class VectorSpeedKernels<TWidth, V> : ISpeedKernels
    where TWidth : ISimdWidth<V>
    where V : struct
{
    private const int RowsTogether = 5;

    /// <summary>Creates them.</summary>
    /// <param name="tier">The instruction set that has registers of this width.</param>
    public VectorSpeedKernels(SimdTier tier)
    {
        Tier = tier;
        AheadOfTime.Include(AddScaled, Multiply, AddProducts);
    }

    /// <inheritdoc/>
    public SimdTier Tier { get; }

    /// <inheritdoc/>
    public void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float factor)
    {
        int lanes = TWidth.ByteCount / sizeof(float);
        int index = 0;
        sums = sums[..values.Length];
        V factors = TWidth.BroadcastSingle(factor);
        fixed (float* sum = sums, value = values)
        {
            for (; index + lanes <= values.Length; index += lanes)
            {
                V product = TWidth.MultiplySingle(factors, TWidth.Load(value + index));
                TWidth.Store(TWidth.AddSingle(TWidth.Load(sum + index), product), sum + index);
            }
        }

        for (; index < values.Length; index++)
        {
            sums[index] += factor * values[index];
        }
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Multiply(Span<float> product, ReadOnlySpan<float> left, ReadOnlySpan<float> right, int columns)
    {
        const int Count = BlockStatistics.ElementCount;
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % BlockStatistics.RowLength, 0, nameof(columns));
        ArgumentOutOfRangeException.ThrowIfLessThan(product.Length, Count * columns, nameof(product));
        ArgumentOutOfRangeException.ThrowIfLessThan(left.Length, Count * BlockStatistics.RowLength, nameof(left));
        ArgumentOutOfRangeException.ThrowIfLessThan(right.Length, Count * columns, nameof(right));
        int lanes = TWidth.ByteCount / sizeof(float);
        fixed (float* productStart = product, leftStart = left, rightStart = right)
        {
            for (int row = 0; row < Count; row++)
            {
                float* factors = leftStart + (row * BlockStatistics.RowLength);
                for (int column = 0; column < columns; column += 2 * lanes)
                {
                    V sum0 = TWidth.Zero();
                    V sum1 = TWidth.Zero();
                    float* values = rightStart + column;
                    for (int index = 0; index < Count; index++, values += columns)
                    {
                        V factor = TWidth.BroadcastSingle(factors[index]);
                        sum0 = TWidth.AddSingle(sum0, TWidth.MultiplySingle(factor, TWidth.Load(values)));
                        sum1 = TWidth.AddSingle(sum1, TWidth.MultiplySingle(factor, TWidth.Load(values + lanes)));
                    }

                    TWidth.Store(sum0, productStart + (row * columns) + column);
                    TWidth.Store(sum1, productStart + (row * columns) + column + lanes);
                }
            }
        }
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void AddProducts(ReadOnlySpan<double> values, Span<double> sums)
    {
        const int RowLength = BlockStatistics.RowLength;
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, BlockStatistics.ElementCount * RowLength, nameof(sums));
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length % RowLength, 0, nameof(values));
        int lanes = TWidth.ByteCount / sizeof(double);
        fixed (double* valueStart = values, sumStart = sums)
        {
            double* end = valueStart + values.Length;
            for (int first = 0; first < BlockStatistics.ElementCount; first += RowsTogether)
            {
                for (int second = 0; second < BlockStatistics.ElementCount; second += lanes)
                {
                    double* sum = sumStart + (first * RowLength) + second;
                    V sum0 = TWidth.Load(sum);
                    V sum1 = TWidth.Load(sum + RowLength);
                    V sum2 = TWidth.Load(sum + (2 * RowLength));
                    V sum3 = TWidth.Load(sum + (3 * RowLength));
                    V sum4 = TWidth.Load(sum + (4 * RowLength));
                    for (double* row = valueStart; row < end; row += RowLength)
                    {
                        V others = TWidth.Load(row + second);
                        double* own = row + first;
                        sum0 = TWidth.AddDouble(sum0, TWidth.MultiplyDouble(TWidth.BroadcastDouble(own[0]), others));
                        sum1 = TWidth.AddDouble(sum1, TWidth.MultiplyDouble(TWidth.BroadcastDouble(own[1]), others));
                        sum2 = TWidth.AddDouble(sum2, TWidth.MultiplyDouble(TWidth.BroadcastDouble(own[2]), others));
                        sum3 = TWidth.AddDouble(sum3, TWidth.MultiplyDouble(TWidth.BroadcastDouble(own[3]), others));
                        sum4 = TWidth.AddDouble(sum4, TWidth.MultiplyDouble(TWidth.BroadcastDouble(own[4]), others));
                    }

                    TWidth.Store(sum0, sum);
                    TWidth.Store(sum1, sum + RowLength);
                    TWidth.Store(sum2, sum + (2 * RowLength));
                    TWidth.Store(sum3, sum + (3 * RowLength));
                    TWidth.Store(sum4, sum + (4 * RowLength));
                }
            }
        }
    }
}
