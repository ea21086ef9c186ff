namespace Vmaf.Engine.Explanation;

/// <summary>How neighbours lie in memory.</summary>
internal static class NeighborBlock
{
    /// <summary>Row counts are multiples of this, so that kernels of every width work on whole registers; the rest are zero rows.</summary>
    public const int RowMultiple = 32;

    /// <summary>The row count that holds <paramref name="count"/> rows.</summary>
    /// <param name="count">Number of rows that are meant.</param>
    public static int Padded(int count) => (count + RowMultiple - 1) / RowMultiple * RowMultiple;

    /// <summary>Throws unless the buffers fit together.</summary>
    internal static void Check(
        int featureCount, ReadOnlySpan<double> center, ReadOnlySpan<double> offsets, int rowCount, ReadOnlySpan<double> responses)
    {
        if (rowCount < 0 || rowCount % RowMultiple != 0)
        {
            throw new ArgumentException($"The row count must be a multiple of {RowMultiple}, not {rowCount}.", nameof(rowCount));
        }

        if (center.Length != featureCount || offsets.Length < (long)featureCount * rowCount || responses.Length < rowCount)
        {
            throw new ArgumentException($"{rowCount} rows of {featureCount} features do not fit the buffers.");
        }
    }
}
