using Vmaf.Engine.Video;

namespace Vmaf.Engine.Alignment;

/// <summary>
/// What a frame looks like, in few numbers: the mean luma of each cell of a grid, on the scale of 8 bits, less the mean of the whole
/// frame. Encoding changes it little; the next frame of a moving picture changes it more.
/// </summary>
public sealed class FrameSignature
{
    /// <summary>Cells in a row of the grid.</summary>
    public const int Columns = 32;

    /// <summary>Rows of the grid.</summary>
    public const int Rows = 18;

    /// <summary>How many rows of a cell are looked at, about.</summary>
    private const int RowsOfCell = 8;

    private readonly float[] _cells = new float[Columns * Rows];

    /// <summary>Takes the signature of a frame.</summary>
    /// <param name="luma">Its luma plane.</param>
    public FrameSignature(PlaneView luma)
    {
        int columns = Math.Min(Columns, luma.Width);
        int rows = Math.Min(Rows, luma.Height);
        double scale = Math.Pow(2, 8 - luma.BitDepth);
        for (int row = 0; row < rows; row++)
        {
            int top = row * luma.Height / rows;
            int bottom = (row + 1) * luma.Height / rows;
            for (int column = 0; column < columns; column++)
            {
                int left = column * luma.Width / columns;
                int right = (column + 1) * luma.Width / columns;
                _cells[(row * Columns) + column] = (float)(Mean(luma, left, right, top, bottom) * scale);
            }
        }

        RemoveMean(rows, columns);
    }

    /// <summary>Mean squared difference of the cells of two signatures; 0 for equal frames.</summary>
    /// <param name="other">The other frame's.</param>
    public double DistanceTo(FrameSignature other)
    {
        double sum = 0;
        for (int cell = 0; cell < _cells.Length; cell++)
        {
            double difference = _cells[cell] - other._cells[cell];
            sum += difference * difference;
        }

        return sum / _cells.Length;
    }

    /// <summary>Mean of a cell, of some rows spread over it where it has many.</summary>
    private static double Mean(PlaneView luma, int left, int right, int top, int bottom)
    {
        long sum = 0;
        int rows = 0;
        int step = Math.Max(1, (bottom - top) / RowsOfCell);
        for (int y = top; y < bottom; y += step)
        {
            rows++;
            if (luma.BytesPerSample == 1)
            {
                foreach (byte sample in luma.RowBytes(y)[left..right])
                {
                    sum += sample;
                }
            }
            else
            {
                foreach (ushort sample in luma.RowWords(y)[left..right])
                {
                    sum += sample;
                }
            }
        }

        return (double)sum / ((long)rows * (right - left));
    }

    private void RemoveMean(int rows, int columns)
    {
        float mean = _cells.Sum() / (rows * columns);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                _cells[(row * Columns) + column] -= mean;
            }
        }
    }
}
