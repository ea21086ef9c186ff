using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Models;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>The weight exp(−d² / (2w²)) of neighbours at distance d from their centre.</summary>
internal static unsafe class NeighborWeights
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>Weighs neighbours.</summary>
    /// <param name="metric">How distances are measured.</param>
    /// <param name="kernelWidth">w.</param>
    /// <param name="center">The centre.</param>
    /// <param name="offsets">Offsets from the centre, feature-major with <paramref name="rowCount"/> rows.</param>
    /// <param name="rowCount">Number of rows, a multiple of <see cref="NeighborBlock.RowMultiple"/>.</param>
    /// <param name="weights">Receives the weights.</param>
    public static void Fill(
        DistanceMetric metric,
        double kernelWidth,
        ReadOnlySpan<double> center,
        ReadOnlySpan<double> offsets,
        int rowCount,
        Span<double> weights)
    {
        NeighborBlock.Check(center.Length, center, offsets, rowCount, weights);
        double scale = -Log2E / (2 * kernelWidth * kernelWidth);
        fixed (double* rows = offsets)
        fixed (double* target = weights)
        {
            if (metric == DistanceMetric.Euclidean)
            {
                FillEuclidean(rows, center.Length, rowCount, scale, target);
                return;
            }

            for (int row = 0; row < rowCount; row++)
            {
                double distance = metric switch
                {
                    DistanceMetric.Manhattan => Manhattan(rows + row, center.Length, rowCount),
                    DistanceMetric.Chebyshev => Chebyshev(rows + row, center.Length, rowCount),
                    _ => Cosine(center, rows + row, rowCount),
                };
                target[row] = PowerOfTwo.Evaluate(distance * distance * scale);
            }
        }
    }

    private static void FillEuclidean(double* rows, int featureCount, int rowCount, double scale, double* weights)
    {
        switch (SimdTiers.Current)
        {
            case SimdTier.Avx512:
                FillEuclidean<Width512, Vector512<byte>>(rows, featureCount, rowCount, scale, weights);
                break;
            case SimdTier.Avx2:
                FillEuclidean<Width256, Vector256<byte>>(rows, featureCount, rowCount, scale, weights);
                break;
            case SimdTier.Vector128:
                FillEuclidean<Width128, Vector128<byte>>(rows, featureCount, rowCount, scale, weights);
                break;
            default:
                for (int row = 0; row < rowCount; row++)
                {
                    double square = 0;
                    for (int feature = 0; feature < featureCount; feature++)
                    {
                        double value = rows[((long)feature * rowCount) + row];
                        square = Math.FusedMultiplyAdd(value, value, square);
                    }

                    weights[row] = PowerOfTwo.Evaluate(square * scale);
                }

                break;
        }
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static void FillEuclidean<TWidth, V>(double* rows, int featureCount, int rowCount, double scale, double* weights)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V scales = TWidth.BroadcastDouble(scale);
        for (int row = 0; row < rowCount; row += TWidth.ByteCount / sizeof(double))
        {
            V square = TWidth.Zero();
            for (int feature = 0; feature < featureCount; feature++)
            {
                V value = TWidth.Load(rows + ((long)feature * rowCount) + row);
                square = TWidth.MultiplyAddDouble(value, value, square);
            }

            TWidth.Store(PowerOfTwo.Evaluate<TWidth, V>(TWidth.MultiplyDouble(square, scales)), weights + row);
        }
    }

    private static double Manhattan(double* row, int featureCount, int rowPitch)
    {
        double sum = 0;
        for (int feature = 0; feature < featureCount; feature++)
        {
            sum += Math.Abs(row[(long)feature * rowPitch]);
        }

        return sum;
    }

    private static double Chebyshev(double* row, int featureCount, int rowPitch)
    {
        double largest = 0;
        for (int feature = 0; feature < featureCount; feature++)
        {
            largest = Math.Max(largest, Math.Abs(row[(long)feature * rowPitch]));
        }

        return largest;
    }

    private static double Cosine(ReadOnlySpan<double> center, double* row, int rowPitch)
    {
        double dot = 0;
        double centerSquare = 0;
        double rowSquare = 0;
        for (int feature = 0; feature < center.Length; feature++)
        {
            double value = center[feature] + row[(long)feature * rowPitch];
            dot += center[feature] * value;
            centerSquare += center[feature] * center[feature];
            rowSquare += value * value;
        }

        double lengths = Math.Sqrt(centerSquare * rowSquare);
        return lengths == 0 ? 1 : 1 - (dot / lengths);
    }
}
