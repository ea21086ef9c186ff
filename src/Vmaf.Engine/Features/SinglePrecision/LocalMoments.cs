using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// The local moments of two pictures, in this order: means of reference and distorted, of their squares, and of their product; and the
/// variances that come of them.
/// </summary>
internal static unsafe class LocalMoments
{
    /// <summary>Number of moments.</summary>
    public const int Count = 5;

    /// <summary>How many of them, the last ones, are means of products.</summary>
    public const int ProductCount = 3;

    /// <summary>Multiplies what the last moments are means of.</summary>
    /// <param name="reference">A row of the reference.</param>
    /// <param name="distorted">The row of the distorted picture.</param>
    /// <param name="referenceSquares">Receives the squares of the reference.</param>
    /// <param name="distortedSquares">Receives the squares of the distorted picture.</param>
    /// <param name="products">Receives the products of both.</param>
    /// <param name="count">Length of the rows.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public static void Multiply(
        float* reference, float* distorted, float* referenceSquares, float* distortedSquares, float* products, int count, SimdTier tier)
    {
        RowArithmetic.Multiply(reference, reference, referenceSquares, count, tier);
        RowArithmetic.Multiply(distorted, distorted, distortedSquares, count, tier);
        RowArithmetic.Multiply(reference, distorted, products, count, tier);
    }

    /// <summary>A variance; rounding makes none of flat areas negative.</summary>
    /// <param name="meanOfSquares">Mean of the squares.</param>
    /// <param name="squareOfMean">Square of the mean.</param>
    public static float Variance(float meanOfSquares, float squareOfMean) => MathF.Max(meanOfSquares - squareOfMean, 0f);

    /// <inheritdoc cref="Variance(float, float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Variance<TWidth, V>(V meanOfSquares, V squareOfMean)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        TWidth.MaxSingle(TWidth.SubtractSingle(meanOfSquares, squareOfMean), TWidth.Zero());
}
