using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>
/// Shrinks planes by averaging the samples that fall on each one of the small picture. Where the picture is the larger one, samples are
/// repeated. Values are on the scale of 8 bits.
/// </summary>
internal static class BoxAverage
{
    private delegate void RowReader(int y, Span<int> row);

    /// <summary>Shrinks a plane.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="width">Samples in a row of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    public static float[] OfSamples(PlaneView plane, int width, int height) =>
        Average(plane, width, height, (y, row) => ReadRow(plane, y, row));

    /// <summary>Shrinks the absolute differences of two planes of one size: what differs in detail shows, even where means agree.</summary>
    /// <param name="first">One plane.</param>
    /// <param name="second">The other plane.</param>
    /// <param name="width">Samples in a row of the picture.</param>
    /// <param name="height">Rows of the picture.</param>
    public static float[] OfDifferences(PlaneView first, PlaneView second, int width, int height)
    {
        int[] other = new int[second.Width];
        return Average(first, width, height, (y, row) =>
        {
            ReadRow(first, y, row);
            ReadRow(second, y, other);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = Math.Abs(row[x] - other[x]);
            }
        });
    }

    private static float[] Average(PlaneView plane, int width, int height, RowReader read)
    {
        float[] averages = new float[width * height];
        int[] row = new int[plane.Width];
        long[] sums = new long[width];
        for (int y = 0; y < height; y++)
        {
            (int top, int bottom) = Cell(y, height, plane.Height);
            sums.AsSpan().Clear();
            for (int line = top; line < bottom; line++)
            {
                read(line, row);
                AddCells(row, sums);
            }

            for (int x = 0; x < width; x++)
            {
                (int left, int right) = Cell(x, width, plane.Width);
                averages[(y * width) + x] = (float)(sums[x] / (double)((long)(right - left) * (bottom - top) << (plane.BitDepth - 8)));
            }
        }

        return averages;
    }

    private static void AddCells(int[] row, long[] sums)
    {
        for (int x = 0; x < sums.Length; x++)
        {
            (int left, int right) = Cell(x, sums.Length, row.Length);
            for (int sample = left; sample < right; sample++)
            {
                sums[x] += row[sample];
            }
        }
    }

    /// <summary>The samples of the plane's side that one of the picture's stands for, at least one.</summary>
    private static (int First, int End) Cell(int index, int pictureCount, int planeCount)
    {
        int first = (int)((long)index * planeCount / pictureCount);
        return (first, Math.Max(first + 1, (int)((long)(index + 1) * planeCount / pictureCount)));
    }

    private static void ReadRow(PlaneView plane, int y, Span<int> row)
    {
        if (plane.BytesPerSample == 1)
        {
            ReadOnlySpan<byte> samples = plane.RowBytes(y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = samples[x];
            }
        }
        else
        {
            ReadOnlySpan<ushort> samples = plane.RowWords(y);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = samples[x];
            }
        }
    }
}
