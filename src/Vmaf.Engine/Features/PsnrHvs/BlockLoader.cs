using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Turns neighbouring blocks around, so that a register holds the same sample of each.</summary>
internal static unsafe class BlockLoader
{
    /// <summary>Blocks that are loaded at a time; as many as the widest register has 32-bit lanes.</summary>
    public const int Count = 16;

    private const int Side = BlockGrid.BlockSide;

    /// <summary>Loads blocks: sample k of block b goes to place 16 k + b.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="y">First row of the blocks.</param>
    /// <param name="block">The first block.</param>
    /// <param name="blockCount">Blocks in the row; the last one stands in for those after it.</param>
    /// <param name="blocks">Receives the samples of <see cref="Count"/> blocks.</param>
    public static void Load(PlaneView plane, int y, int block, int blockCount, ushort* blocks)
    {
        for (int row = 0; row < Side; row++)
        {
            byte* samples = plane.RowPointer(y + row);
            for (int lane = 0; lane < Count; lane += Side)
            {
                ushort* destination = blocks + (row * Side * Count) + lane;
                if (plane.BytesPerSample == 1)
                {
                    TurnAround(samples, block + lane, blockCount - 1, destination);
                }
                else
                {
                    TurnAround((ushort*)samples, block + lane, blockCount - 1, destination);
                }
            }
        }
    }

    private static void TurnAround<TSample>(TSample* samples, int block, int lastBlock, ushort* destination)
        where TSample : unmanaged =>
        TurnAround(
            Row(samples, block, lastBlock),
            Row(samples, block + 1, lastBlock),
            Row(samples, block + 2, lastBlock),
            Row(samples, block + 3, lastBlock),
            Row(samples, block + 4, lastBlock),
            Row(samples, block + 5, lastBlock),
            Row(samples, block + 6, lastBlock),
            Row(samples, block + 7, lastBlock),
            destination);

    /// <summary>Eight samples of a block, as words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> Row<TSample>(TSample* samples, int block, int lastBlock)
        where TSample : unmanaged
    {
        TSample* row = samples + (BlockGrid.Step * Math.Min(block, lastBlock));
        return sizeof(TSample) == 1
            ? Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(row)).AsByte()).AsInt16()
            : Vector128.Load((short*)row);
    }

    /// <summary>Rows of a block each become columns: interleaves rows four apart, then two, then one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TurnAround(
        Vector128<short> r0,
        Vector128<short> r1,
        Vector128<short> r2,
        Vector128<short> r3,
        Vector128<short> r4,
        Vector128<short> r5,
        Vector128<short> r6,
        Vector128<short> r7,
        ushort* destination)
    {
        Vector128<short> a0 = Portable128.UnpackLow16(r0, r4);
        Vector128<short> a1 = Portable128.UnpackHigh16(r0, r4);
        Vector128<short> a2 = Portable128.UnpackLow16(r1, r5);
        Vector128<short> a3 = Portable128.UnpackHigh16(r1, r5);
        Vector128<short> a4 = Portable128.UnpackLow16(r2, r6);
        Vector128<short> a5 = Portable128.UnpackHigh16(r2, r6);
        Vector128<short> a6 = Portable128.UnpackLow16(r3, r7);
        Vector128<short> a7 = Portable128.UnpackHigh16(r3, r7);
        StorePairs(a0, a2, a4, a6, destination);
        StorePairs(a1, a3, a5, a7, destination + (4 * Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePairs(Vector128<short> a0, Vector128<short> a1, Vector128<short> a2, Vector128<short> a3, ushort* destination)
    {
        Vector128<short> b0 = Portable128.UnpackLow16(a0, a2);
        Vector128<short> b1 = Portable128.UnpackHigh16(a0, a2);
        Vector128<short> b2 = Portable128.UnpackLow16(a1, a3);
        Vector128<short> b3 = Portable128.UnpackHigh16(a1, a3);
        Portable128.UnpackLow16(b0, b2).AsUInt16().Store(destination);
        Portable128.UnpackHigh16(b0, b2).AsUInt16().Store(destination + Count);
        Portable128.UnpackLow16(b1, b3).AsUInt16().Store(destination + (2 * Count));
        Portable128.UnpackHigh16(b1, b3).AsUInt16().Store(destination + (3 * Count));
    }
}
