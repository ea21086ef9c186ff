using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Speed;

/// <summary>The arithmetic that takes time. Every sum is in the order in which libvmaf adds it up.</summary>
internal interface ISpeedKernels
{
    /// <summary>The instruction set that it is done with.</summary>
    SimdTier Tier { get; }

    /// <summary>Adds a multiple of values to sums.</summary>
    /// <param name="sums">The sums.</param>
    /// <param name="values">As many values.</param>
    /// <param name="factor">What they are multiplied with.</param>
    void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float factor);

    /// <summary>Multiplies a matrix of block elements with another.</summary>
    /// <param name="product">Receives the product, in rows as long as those of <paramref name="right"/>.</param>
    /// <param name="left">The square matrix, in rows of <see cref="BlockStatistics.RowLength"/>.</param>
    /// <param name="right">The other matrix, <see cref="BlockStatistics.ElementCount"/> rows.</param>
    /// <param name="columns">Length of its rows, a multiple of <see cref="BlockStatistics.RowLength"/>.</param>
    void Multiply(Span<float> product, ReadOnlySpan<float> left, ReadOnlySpan<float> right, int columns);

    /// <summary>
    /// Adds the products of all pairs of block elements to sums, place by place: sums[i, j] grows by values[p, i] · values[p, j].
    /// </summary>
    /// <param name="values">Values of each place, <see cref="BlockStatistics.RowLength"/> numbers a place; whole rows.</param>
    /// <param name="sums">The sums, <see cref="BlockStatistics.ElementCount"/> rows of as many numbers.</param>
    void AddProducts(ReadOnlySpan<double> values, Span<double> sums);
}
