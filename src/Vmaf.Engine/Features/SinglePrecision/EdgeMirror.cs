namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>
/// How a picture goes on beyond its edges. At the first sample the mirror always stands on the sample (−1 is 1); at the last one either
/// on it (n is n − 2) or behind it (n is n − 1).
/// </summary>
internal static unsafe class EdgeMirror
{
    /// <summary>Index of the sample that stands for one outside; both mirrors on the sample.</summary>
    /// <param name="index">Index, less than <paramref name="length"/> outside.</param>
    /// <param name="length">Number of samples.</param>
    public static int OnSamples(int index, int length) => index < 0 ? -index : index >= length ? (2 * length) - index - 2 : index;

    /// <summary>Index of the sample that stands for one outside; the mirror at the end behind the last sample.</summary>
    /// <param name="index">Index, less than <paramref name="length"/> outside.</param>
    /// <param name="length">Number of samples.</param>
    public static int BehindLast(int index, int length) => index < 0 ? -index : index >= length ? (2 * length) - index - 1 : index;

    /// <summary>Fills the margins of a row, both mirrors on the sample.</summary>
    /// <param name="row">The row.</param>
    /// <param name="length">Number of samples.</param>
    /// <param name="reach">Samples to fill at either end, less than <paramref name="length"/>.</param>
    public static void FillOnSamples(float* row, int length, int reach)
    {
        for (int x = 1; x <= reach; x++)
        {
            row[-x] = row[x];
            row[length - 1 + x] = row[length - 1 - x];
        }
    }

    /// <summary>Fills the margins of a row, the mirror at the end behind the last sample.</summary>
    /// <param name="row">The row.</param>
    /// <param name="length">Number of samples.</param>
    /// <param name="reach">Samples to fill at either end, less than <paramref name="length"/>.</param>
    public static void FillBehindLast(float* row, int length, int reach)
    {
        for (int x = 1; x <= reach; x++)
        {
            row[-x] = row[x];
            row[length - 1 + x] = row[length - x];
        }
    }
}
