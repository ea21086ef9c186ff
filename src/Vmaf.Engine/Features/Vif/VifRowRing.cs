using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Vif;

/// <summary>The latest row pairs of one scale, each made once from its two rows; rows above and below the picture are mirrored ones.</summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal sealed unsafe class VifRowRing<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>Pairs that are kept: what four output rows of the longest filter need.</summary>
    public const int PairCount = VifTapPairs<VifFilter17>.MaximumPairCount + 1;

    /// <summary>Rows that end inside a block are copied here.</summary>
    private const int RowsInPair = 4;

    private readonly byte* _pairs;
    private readonly byte* _rowEnds;
    private readonly nint _planeStride;
    private int _nextPair;

    /// <summary>Creates a ring.</summary>
    /// <param name="scratch">Memory of <see cref="SizeInBytes"/>.</param>
    /// <param name="width">The most samples that a row can have.</param>
    public VifRowRing(VifScratch scratch, int width)
    {
        _planeStride = PlaneStride(width);
        _pairs = scratch.Take(PairCount * VifPlaneOrder.Count * _planeStride);
        _rowEnds = scratch.Take(RowsInPair * TWidth.ByteCount);
    }

    /// <summary>Bytes from a plane to the next.</summary>
    public nint PlaneBytes => _planeStride;

    /// <summary>Memory that a ring takes.</summary>
    /// <param name="width">The most samples that a row can have.</param>
    public static nint SizeInBytes(int width) =>
        (PairCount * VifPlaneOrder.Count * PlaneStride(width)) + VifScratch.Align(RowsInPair * TWidth.ByteCount);

    /// <summary>Forgets all pairs.</summary>
    /// <param name="firstPair">The pair that is needed first: rows 2 · <paramref name="firstPair"/> and the next; may be negative.</param>
    public void Restart(int firstPair) => _nextPair = firstPair;

    /// <summary>Address of a pair that is in the ring.</summary>
    /// <param name="pair">Its number.</param>
    public byte* Pair(int pair) => _pairs + ((pair + (2 * PairCount)) % PairCount * VifPlaneOrder.Count * _planeStride);

    /// <summary>Makes the pairs up to one, in place of the oldest.</summary>
    /// <typeparam name="TSample"><see cref="byte"/> or <see cref="ushort"/>.</typeparam>
    /// <param name="reference">Reference plane.</param>
    /// <param name="distorted">Distorted plane.</param>
    /// <param name="lastPair">The last pair that is needed.</param>
    /// <param name="withSquares">Whether products are needed too.</param>
    public void FillUpTo<TSample>(PlaneView reference, PlaneView distorted, int lastPair, bool withSquares)
        where TSample : unmanaged
    {
        for (; _nextPair <= lastPair; _nextPair++)
        {
            int upper = VifArithmetic.Mirror(2 * _nextPair, reference.Height);
            int lower = VifArithmetic.Mirror((2 * _nextPair) + 1, reference.Height);
            FillPair(
                (TSample*)reference.RowPointer(upper),
                (TSample*)reference.RowPointer(lower),
                (TSample*)distorted.RowPointer(upper),
                (TSample*)distorted.RowPointer(lower),
                reference.Width,
                Pair(_nextPair),
                withSquares,
                2 * reference.StrideInBytes);
        }
    }

    private static nint PlaneStride(int width)
    {
        int blocks = (width + (TWidth.ByteCount / 2) - 1) / (TWidth.ByteCount / 2);

        // An odd number of cache lines, so that the rows of a column do not share a cache set.
        return VifScratch.Align(blocks * 2 * TWidth.ByteCount) | VifScratch.Alignment;
    }

    private void FillPair<TSample>(
        TSample* reference0,
        TSample* reference1,
        TSample* distorted0,
        TSample* distorted1,
        int width,
        byte* pairs,
        bool withSquares,
        nint ahead)
        where TSample : unmanaged
    {
        int blockColumns = VifRowPairs<TWidth, V, TSample>.BlockColumns;
        int wholeBlocks = width / blockColumns;
        VifRowPairs<TWidth, V, TSample>.Fill(reference0, reference1, distorted0, distorted1, wholeBlocks, pairs, _planeStride, withSquares, ahead);
        int rest = width % blockColumns;
        if (rest == 0)
        {
            return;
        }

        int done = wholeBlocks * blockColumns;
        VifRowPairs<TWidth, V, TSample>.Fill(
            CopyRowEnd(reference0 + done, rest, 0),
            CopyRowEnd(reference1 + done, rest, 1),
            CopyRowEnd(distorted0 + done, rest, 2),
            CopyRowEnd(distorted1 + done, rest, 3),
            1,
            pairs + (wholeBlocks * 2 * TWidth.ByteCount),
            _planeStride,
            withSquares,
            ahead: 0);
    }

    private TSample* CopyRowEnd<TSample>(TSample* samples, int count, int row)
        where TSample : unmanaged
    {
        var copy = (TSample*)(_rowEnds + (row * TWidth.ByteCount));
        new ReadOnlySpan<TSample>(samples, count).CopyTo(new Span<TSample>(copy, count));
        return copy;
    }
}
