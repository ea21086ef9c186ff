namespace Vmaf.Engine.Features.Adm;

/// <summary>The samples that stand for those outside a row: one before it, two after it.</summary>
internal static unsafe class RowEnds
{
    /// <summary>Writes them; the row must have the room.</summary>
    /// <typeparam name="TSample">Type of the samples.</typeparam>
    /// <param name="row">First sample of the row.</param>
    /// <param name="width">Samples in the row.</param>
    public static void Mirror<TSample>(TSample* row, int width)
        where TSample : unmanaged
    {
        TSample before = row[FilterRows.Mirror(-1, width)];
        TSample second = row[FilterRows.Mirror(width + 1, width)];
        row[-1] = before;
        row[width] = row[width - 1];
        row[width + 1] = second;
    }
}
