using System.Numerics;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.SiTi;

/// <summary>Standard deviation of the difference of two planes.</summary>
internal static unsafe class TemporalInformation
{
    /// <summary>Measures a plane against its predecessor.</summary>
    /// <param name="plane">Samples at their own depth, which the result has too.</param>
    /// <param name="previous">The same plane one frame earlier.</param>
    public static double Measure(PlaneView plane, PlaneView previous) =>
        plane.BytesPerSample == 1 ? Measure<byte>(plane, previous) : Measure<ushort>(plane, previous);

    private static double Measure<TSample>(PlaneView plane, PlaneView previous)
        where TSample : unmanaged, IBinaryInteger<TSample>
    {
        Int128 sum = 0;
        Int128 squares = 0;
        for (int y = 0; y < plane.Height; y++)
        {
            (long rowSum, long rowSquares) = MeasureRow((TSample*)plane.RowPointer(y), (TSample*)previous.RowPointer(y), plane.Width);
            sum += rowSum;
            squares += rowSquares;
        }

        // N·Σd² − (Σd)² is exact and never negative.
        Int128 count = (Int128)plane.Width * plane.Height;
        return Math.Sqrt((double)((count * squares) - (sum * sum))) / (double)count;
    }

    private static (long Sum, long Squares) MeasureRow<TSample>(TSample* row, TSample* previous, int width)
        where TSample : unmanaged, IBinaryInteger<TSample>
    {
        long sum = 0;
        long squares = 0;
        for (int x = 0; x < width; x++)
        {
            long difference = long.CreateTruncating(row[x]) - long.CreateTruncating(previous[x]);
            sum += difference;
            squares += difference * difference;
        }

        return (sum, squares);
    }
}
