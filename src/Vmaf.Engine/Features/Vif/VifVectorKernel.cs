using System.Diagnostics;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// The kernel with vector instructions. It walks down a band four rows at a time: row pairs, vertical filter, horizontal filter and
/// statistics follow each other while the rows are in cache, and the rows of the next scale come from the same row pairs.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal sealed unsafe class VifVectorKernel<TWidth, V> : IVifKernel
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>Output rows that are filtered at once.</summary>
    private const int Rows = IVifKernel.BandAlignment;

    /// <summary>
    /// Blocks that go through a stage before the next takes them on from the first-level cache. Divides HD widths evenly.
    /// </summary>
    private const int ChunkBlocks = 15;

    /// <summary>Planes that the statistics see: samples, and products without their low halves.</summary>
    private const int FilteredPlanes = VifPlaneOrder.SampleCount + VifPlaneOrder.LowToHigh;

    /// <summary>Room for mirrored columns and for reading a register past the end, in columns at either end of a row.</summary>
    private const int RowMargin = 32;

    private readonly VifScratch _scratch;
    private readonly VifRowRing<TWidth, V> _ring;
    private readonly VifStatistics<TWidth, V> _statistics;
    private readonly byte** _pairs;
    private readonly short* _rows;
    private readonly nint _rowStride;
    private readonly byte* _lowSums;
    private readonly byte* _highSums;
    private readonly byte* _planeSums;

    /// <summary>Creates a kernel.</summary>
    /// <param name="width">Width of the first scale.</param>
    /// <param name="gainLimits">The gain limits for which numerators are summed.</param>
    public VifVectorKernel(int width, IReadOnlyList<double> gainLimits)
    {
        _rowStride = (BlocksOf(width) * BlockColumns) + (2 * RowMargin);
        nint rowBytes = Rows * VifPlaneOrder.Count * _rowStride * sizeof(short);
        nint pairBytes = VifRowRing<TWidth, V>.PairCount * sizeof(byte*);
        _scratch = new VifScratch(
            VifRowRing<TWidth, V>.SizeInBytes(width)
            + VifStatistics<TWidth, V>.SizeInBytes(2 * ChunkBlocks)
            + VifScratch.Align(pairBytes)
            + VifScratch.Align(rowBytes)
            + (2 * Rows * ChunkBytes)
            + (FilteredPlanes * ChunkBytes));
        _ring = new VifRowRing<TWidth, V>(_scratch, width);
        _statistics = new VifStatistics<TWidth, V>(_scratch, 2 * ChunkBlocks, gainLimits);
        _pairs = (byte**)_scratch.Take(pairBytes);
        _rows = (short*)_scratch.Take(rowBytes);
        _lowSums = _scratch.Take(Rows * ChunkBytes);
        _highSums = _scratch.Take(Rows * ChunkBytes);
        _planeSums = _scratch.Take(FilteredPlanes * ChunkBytes);
        AheadOfTime.Include(ProcessBand, Dispose);
    }

    /// <summary>Columns in a block: a register of 16-bit values.</summary>
    private static int BlockColumns => TWidth.ByteCount / 2;

    /// <summary>Bytes of 32-bit sums of a chunk.</summary>
    private static nint ChunkBytes => VifScratch.Align(ChunkBlocks * 2 * TWidth.ByteCount);

    /// <inheritdoc/>
    public void ProcessBand(in VifScaleInput input, int firstRow, int endRow, bool continues)
    {
        // The ring goes on by itself where it stands.
        if (!continues)
        {
            _ring.Restart(input.Scale switch
            {
                0 => FirstPair<VifFilter17>(firstRow),
                1 => FirstPair<VifFilter9>(firstRow),
                2 => FirstPair<VifFilter5>(firstRow),
                _ => FirstPair<VifFilter3>(firstRow),
            });
        }

        switch (input.Scale)
        {
            case 0 when input.Reference.BytesPerSample == 1:
                ProcessBand<byte, VifFilter17, VifFilter9>(input, firstRow, endRow);
                break;
            case 0:
                ProcessBand<ushort, VifFilter17, VifFilter9>(input, firstRow, endRow);
                break;
            case 1:
                ProcessBand<ushort, VifFilter9, VifFilter5>(input, firstRow, endRow);
                break;
            case 2:
                ProcessBand<ushort, VifFilter5, VifFilter3>(input, firstRow, endRow);
                break;
            default:
                ProcessBand<ushort, VifFilter3, VifFilter3>(input, firstRow, endRow);
                break;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _scratch.Dispose();

    /// <summary>The uppermost row pair that the filter of a row and the three after it takes.</summary>
    private static int FirstPair<TFilter>(int row)
        where TFilter : struct, IVifFilter => (row - TFilter.Reach) / 2;

    private static int BlocksOf(int columns) => (columns + BlockColumns - 1) / BlockColumns;

    /// <summary>Fills the columns beside the picture. Every scale of the smallest picture is wider than its reach.</summary>
    private static void MirrorEdges(short* row, int width, int reach)
    {
        for (int i = 1; i <= reach; i++)
        {
            row[-i] = row[i];
            row[width - 1 + i] = row[width - 1 - i];
        }
    }

    private void ProcessBand<TSample, TFilter, TNextFilter>(in VifScaleInput input, int firstRow, int endRow)
        where TSample : unmanaged
        where TFilter : struct, IVifFilter
        where TNextFilter : struct, IVifFilter
    {
        Debug.Assert(firstRow % Rows == 0, "a band starts inside a group of rows");
        bool withSquares = input.Sums is not null;
        for (int y = firstRow; y < endRow; y += Rows)
        {
            int firstPair = FirstPair<TFilter>(y);
            _ring.FillUpTo<TSample>(input.Reference, input.Distorted, firstPair + TFilter.PairCount, withSquares);
            int rows = Math.Min(Rows, endRow - y);
            if (input.Sums is not null)
            {
                SelectPairs(firstPair, TFilter.PairCount + 1);
                FilterColumns<TSample, TFilter>(input.Reference.Width, input.Reference.BitDepth);
                for (int row = 0; row < rows; row++)
                {
                    AddRow<TFilter>(row, input.Reference.Width, input.Sums);
                }
            }

            if (input.Next is not null)
            {
                SelectPairs((y - TNextFilter.Reach) / 2, TNextFilter.PairCount + 1);
                MakeNextRows<TNextFilter>(input.Reference.Width, input.Reference.BitDepth, y, rows, input.Next);
            }
        }
    }

    private void SelectPairs(int firstPair, int count)
    {
        for (int pair = 0; pair < count; pair++)
        {
            _pairs[pair] = _ring.Pair(firstPair + pair);
        }
    }

    private short* Row(int row, int plane) => _rows + (((row * VifPlaneOrder.Count) + plane) * _rowStride) + RowMargin;

    /// <summary>The vertical filter, four rows of all planes.</summary>
    private void FilterColumns<TSample, TFilter>(int width, int bitDepth)
        where TSample : unmanaged
        where TFilter : struct, IVifFilter
    {
        int allBlocks = BlocksOf(width);
        for (int block = 0; block < allBlocks; block += ChunkBlocks)
        {
            int blocks = Math.Min(ChunkBlocks, allBlocks - block);
            nint offset = (nint)block * 2 * TWidth.ByteCount;
            int column = block * BlockColumns;
            for (int plane = 0; plane < VifPlaneOrder.SampleCount; plane++)
            {
                VifVerticalFilter<TWidth, V, TFilter>.FilterFourRows(
                    _pairs, offset + (plane * _ring.PlaneBytes), 2 * blocks, _lowSums, ChunkBytes);
                for (int row = 0; row < Rows; row++)
                {
                    VifVerticalRounding<TWidth, V>.RoundMeans(_lowSums + (row * ChunkBytes), blocks, bitDepth, Row(row, plane) + column);
                }
            }

            for (int low = VifPlaneOrder.SampleCount; low < VifPlaneOrder.SampleCount + VifPlaneOrder.LowToHigh; low++)
            {
                int high = low + VifPlaneOrder.LowToHigh;
                VifVerticalFilter<TWidth, V, TFilter>.FilterFourRows(
                    _pairs, offset + (low * _ring.PlaneBytes), 2 * blocks, _lowSums, ChunkBytes);
                if (VifRowPairs<TWidth, V, TSample>.HasHighHalves)
                {
                    VifVerticalFilter<TWidth, V, TFilter>.FilterFourRows(
                        _pairs, offset + (high * _ring.PlaneBytes), 2 * blocks, _highSums, ChunkBytes);
                }

                for (int row = 0; row < Rows; row++)
                {
                    byte* lowSums = _lowSums + (row * ChunkBytes);
                    byte* highSums = _highSums + (row * ChunkBytes);
                    short* lowRow = Row(row, low) + column;
                    short* highRow = Row(row, high) + column;
                    if (VifRowPairs<TWidth, V, TSample>.HasHighHalves)
                    {
                        int shift = VifArithmetic.SquareShift(bitDepth);
                        VifVerticalRounding<TWidth, V>.RoundSquares(lowSums, highSums, blocks, shift, lowRow, highRow);
                    }
                    else
                    {
                        VifVerticalRounding<TWidth, V>.SplitSquares(lowSums, blocks, lowRow, highRow);
                    }
                }
            }
        }
    }

    /// <summary>The horizontal filter and the statistics of one filtered row.</summary>
    private void AddRow<TFilter>(int row, int width, VifSums sums)
        where TFilter : struct, IVifFilter
    {
        for (int plane = 0; plane < VifPlaneOrder.Count; plane++)
        {
            MirrorEdges(Row(row, plane), width, TFilter.Taps.Length / 2);
        }

        int allBlocks = BlocksOf(width);
        for (int block = 0; block < allBlocks; block += ChunkBlocks)
        {
            int blocks = Math.Min(ChunkBlocks, allBlocks - block);
            int column = block * BlockColumns;
            for (int plane = 0; plane < FilteredPlanes; plane++)
            {
                byte* sums32 = _planeSums + (plane * ChunkBytes);
                VifHorizontalFilter<TWidth, V, TFilter>.Filter(Row(row, plane) + column, blocks, false, sums32);
                if (plane >= VifPlaneOrder.SampleCount)
                {
                    short* highRow = Row(row, plane + VifPlaneOrder.LowToHigh) + column;
                    VifHorizontalFilter<TWidth, V, TFilter>.Filter(highRow, blocks, true, sums32);
                }
            }

            int excess = Math.Max(0, column + (blocks * BlockColumns) - width);
            FlattenLastColumns(blocks, excess);
            sums.FlatCount -= excess;
            _statistics.Add(_planeSums, ChunkBytes, 2 * blocks, sums);
        }
    }

    /// <summary>Makes the columns past the picture samples of value 0, which count as flat and are taken off the count.</summary>
    private void FlattenLastColumns(int blocks, int count)
    {
        int lanes = TWidth.ByteCount / sizeof(int);
        for (int column = BlockColumns - count; column < BlockColumns; column++)
        {
            // Even columns are in the first register of a block, odd ones in the second. Sums are 2^31 too small.
            nint lane = (((blocks - 1) * 2) + (column % 2)) * lanes + (column / 2);
            for (int plane = 0; plane < FilteredPlanes; plane++)
            {
                ((int*)(_planeSums + (plane * ChunkBytes)))[lane] = int.MinValue;
            }
        }
    }

    /// <summary>The low-pass filter to the next scale: rows y and y + 2, even columns.</summary>
    private void MakeNextRows<TNextFilter>(int width, int bitDepth, int y, int rows, VifPlanes next)
        where TNextFilter : struct, IVifFilter
    {
        int nextRows = Math.Min((rows + 1) / 2, next.Height - (y / 2));
        int allBlocks = BlocksOf(width);
        for (int block = 0; block < allBlocks; block += ChunkBlocks)
        {
            int blocks = Math.Min(ChunkBlocks, allBlocks - block);
            nint offset = (nint)block * 2 * TWidth.ByteCount;
            for (int plane = 0; plane < VifPlaneOrder.SampleCount; plane++)
            {
                VifVerticalFilter<TWidth, V, TNextFilter>.FilterEvenRows(
                    _pairs, offset + (plane * _ring.PlaneBytes), 2 * blocks, _lowSums, ChunkBytes);
                for (int row = 0; row < nextRows; row++)
                {
                    VifVerticalRounding<TWidth, V>.RoundMeans(
                        _lowSums + (row * ChunkBytes), blocks, bitDepth, Row(row, plane) + (block * BlockColumns));
                }
            }
        }

        for (int row = 0; row < nextRows; row++)
        {
            for (int plane = 0; plane < VifPlaneOrder.SampleCount; plane++)
            {
                short* filtered = Row(row, plane);
                MirrorEdges(filtered, width, TNextFilter.Taps.Length / 2);
                var nextPlane = plane == VifPlaneOrder.Reference ? next.Reference : next.Distorted;
                VifHorizontalFilter<TWidth, V, TNextFilter>.FilterEvenColumns(
                    filtered, allBlocks, (ushort*)nextPlane.RowPointer((y / 2) + row));
            }
        }
    }
}
