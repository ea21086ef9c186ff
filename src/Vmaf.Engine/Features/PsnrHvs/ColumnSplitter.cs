using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Splits the rows of a row of blocks by column modulo 7, so that a register holds the same sample of neighbouring blocks.</summary>
internal static unsafe class ColumnSplitter
{
    /// <summary>Splits eight rows; sample 7 k + p of row i goes to place k of row 7 i + p.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="y">The first row.</param>
    /// <param name="blockCount">Blocks in the row.</param>
    /// <param name="columns">Receives the samples as 32-bit whole numbers.</param>
    public static void Split(PlaneView plane, int y, int blockCount, FloatPlane columns)
    {
        for (int row = 0; row < BlockGrid.BlockSide; row++)
        {
            byte* samples = plane.RowPointer(y + row);
            int* first = (int*)columns.Row(row * BlockGrid.Step);
            nint distance = (nint)((int*)columns.Row((row * BlockGrid.Step) + 1) - first);
            if (plane.BytesPerSample == 1)
            {
                SplitRow(samples, first, distance, blockCount);
            }
            else
            {
                SplitRow((ushort*)samples, first, distance, blockCount);
            }
        }
    }

    private static void SplitRow(byte* samples, int* first, nint distance, int blockCount)
    {
        for (int block = 0; block < blockCount; block++)
        {
            for (int phase = 0; phase < BlockGrid.Step; phase++)
            {
                first[(phase * distance) + block] = samples[(BlockGrid.Step * block) + phase];
            }
        }

        first[blockCount] = samples[BlockGrid.Step * blockCount];
    }

    private static void SplitRow(ushort* samples, int* first, nint distance, int blockCount)
    {
        for (int block = 0; block < blockCount; block++)
        {
            for (int phase = 0; phase < BlockGrid.Step; phase++)
            {
                first[(phase * distance) + block] = samples[(BlockGrid.Step * block) + phase];
            }
        }

        first[blockCount] = samples[BlockGrid.Step * blockCount];
    }
}
