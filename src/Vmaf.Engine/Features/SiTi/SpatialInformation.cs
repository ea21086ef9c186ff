using System.Numerics;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.SiTi;

/// <summary>
/// Standard deviation of the magnitude of Sobel's gradient over a plane. The picture goes on beyond its edges as its mirror image, edge
/// samples standing twice.
/// </summary>
internal static unsafe class SpatialInformation
{
    /// <summary>Measures a plane.</summary>
    /// <param name="plane">Samples at their own depth, which the result has too.</param>
    public static double Measure(PlaneView plane) => plane.BytesPerSample == 1 ? Measure<byte>(plane) : Measure<ushort>(plane);

    private static double Measure<TSample>(PlaneView plane)
        where TSample : unmanaged, IBinaryInteger<TSample>
    {
        // The squares are whole numbers, at most 2 · (4 · 65535)² each, so that only the sum of the magnitudes rounds.
        UInt128 squares = 0;
        double magnitudes = 0;
        for (int y = 0; y < plane.Height; y++)
        {
            (double rowMagnitudes, ulong rowSquares) = MeasureRow(
                (TSample*)plane.RowPointer(Math.Max(y - 1, 0)),
                (TSample*)plane.RowPointer(y),
                (TSample*)plane.RowPointer(Math.Min(y + 1, plane.Height - 1)),
                plane.Width);
            magnitudes += rowMagnitudes;
            squares += rowSquares;
        }

        double count = (double)plane.Width * plane.Height;
        double mean = magnitudes / count;
        return Math.Sqrt(Math.Max(0, ((double)squares / count) - (mean * mean)));
    }

    private static (double Magnitudes, ulong Squares) MeasureRow<TSample>(TSample* above, TSample* row, TSample* below, int width)
        where TSample : unmanaged, IBinaryInteger<TSample>
    {
        double magnitudes = 0;
        ulong squares = 0;
        for (int x = 0; x < width; x++)
        {
            int left = Math.Max(x - 1, 0);
            int right = Math.Min(x + 1, width - 1);
            long horizontal = Difference(above[right], above[left]) + (2 * Difference(row[right], row[left])) + Difference(below[right], below[left]);
            long vertical = Difference(below[left], above[left]) + (2 * Difference(below[x], above[x])) + Difference(below[right], above[right]);
            ulong square = (ulong)((horizontal * horizontal) + (vertical * vertical));
            squares += square;
            magnitudes += Math.Sqrt(square);
        }

        return (magnitudes, squares);
    }

    private static long Difference<TSample>(TSample minuend, TSample subtrahend)
        where TSample : unmanaged, IBinaryInteger<TSample> =>
        long.CreateTruncating(minuend) - long.CreateTruncating(subtrahend);
}
