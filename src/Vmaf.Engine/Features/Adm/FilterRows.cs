namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// The numbers of the four rows (or columns) under the wavelet's filter. Outside the picture, −1 stands for 1, n for n − 1 and n + 1
/// for n − 2. libvmaf forgets to mirror −1 where the transformed picture has 3 or 4 rows, and reads outside its buffers; pictures of
/// less than 33 rows or columns have no reference figures for that reason. Here the rule holds for every size, with the nearest row
/// for what it does not reach.
/// </summary>
internal readonly record struct FilterRows(int Before, int At, int After, int Second)
{
    /// <summary>The rows under the filter for an output row.</summary>
    /// <param name="output">Number of the output row.</param>
    /// <param name="size">Number of input rows.</param>
    public static FilterRows ForOutput(int output, int size) =>
        new(Mirror((2 * output) - 1, size), Mirror(2 * output, size), Mirror((2 * output) + 1, size), Mirror((2 * output) + 2, size));

    /// <summary>The row that stands for one outside.</summary>
    /// <param name="row">Row number, −1 to <paramref name="size"/> + 1.</param>
    /// <param name="size">Number of rows.</param>
    public static int Mirror(int row, int size)
    {
        int inside = row < 0 ? -row : row >= size ? (2 * size) - 1 - row : row;
        return Math.Clamp(inside, 0, size - 1);
    }
}
