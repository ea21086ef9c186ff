using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// Joins two rows of samples for the vertical filter: 32-bit lanes with the upper row's value in the low half and the lower row's in
/// the high half. Values are unsigned 16-bit numbers, held less 32,768 so that they are signed; the filter's taps add up to 65,536,
/// so that a filtered value is 2^31 too small.
/// </summary>
/// <remarks>
/// A block is one register of samples (2n columns). It gives two registers of pairs: in each 128-bit block the first has the first four
/// columns, the second the last four. Packing two 32-bit registers back into 16-bit lanes undoes this order.
/// </remarks>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
/// <typeparam name="TSample"><see cref="byte"/> or <see cref="ushort"/>.</typeparam>
internal static unsafe class VifRowPairs<TWidth, V, TSample>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
    where TSample : unmanaged
{
    /// <summary>Whether squares take more than 16 bits, so that their high halves are planes of their own.</summary>
    public static bool HasHighHalves => sizeof(TSample) == 2;

    /// <summary>Columns in a block.</summary>
    public static int BlockColumns => TWidth.ByteCount / 2;

    /// <summary>Fills one pair of rows of all planes of <see cref="VifPlaneOrder"/>.</summary>
    /// <param name="reference0">Upper reference row.</param>
    /// <param name="reference1">Lower reference row.</param>
    /// <param name="distorted0">Upper distorted row.</param>
    /// <param name="distorted1">Lower distorted row.</param>
    /// <param name="blocks">Number of whole blocks.</param>
    /// <param name="pairs">Receives two registers for each block and plane.</param>
    /// <param name="planeStride">Bytes from a plane to the next.</param>
    /// <param name="withSquares">Whether to fill more than the two planes of samples.</param>
    /// <param name="ahead">Bytes to the rows that come next, which are fetched on the way.</param>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static void Fill(
        TSample* reference0,
        TSample* reference1,
        TSample* distorted0,
        TSample* distorted1,
        int blocks,
        byte* pairs,
        nint planeStride,
        bool withSquares,
        nint ahead)
    {
        for (int block = 0; block < blocks; block++)
        {
            V x0 = LoadBlock(reference0);
            V x1 = LoadBlock(reference1);
            V y0 = LoadBlock(distorted0);
            V y1 = LoadBlock(distorted1);
            CacheHint.Fetch((byte*)reference0 + ahead);
            CacheHint.Fetch((byte*)reference1 + ahead);
            CacheHint.Fetch((byte*)distorted0 + ahead);
            CacheHint.Fetch((byte*)distorted1 + ahead);
            StorePair(x0, x1, pairs + (VifPlaneOrder.Reference * planeStride));
            StorePair(y0, y1, pairs + (VifPlaneOrder.Distorted * planeStride));
            if (withSquares)
            {
                StorePair(
                    TWidth.MultiplyLow16(x0, x0),
                    TWidth.MultiplyLow16(x1, x1),
                    pairs + (VifPlaneOrder.ReferenceSquareLow * planeStride));
                StorePair(
                    TWidth.MultiplyLow16(y0, y0),
                    TWidth.MultiplyLow16(y1, y1),
                    pairs + (VifPlaneOrder.DistortedSquareLow * planeStride));
                StorePair(
                    TWidth.MultiplyLow16(x0, y0),
                    TWidth.MultiplyLow16(x1, y1),
                    pairs + (VifPlaneOrder.ProductLow * planeStride));
                if (HasHighHalves)
                {
                    StorePair(
                        TWidth.MultiplyHighUnsigned16(x0, x0),
                        TWidth.MultiplyHighUnsigned16(x1, x1),
                        pairs + (VifPlaneOrder.ReferenceSquareHigh * planeStride));
                    StorePair(
                        TWidth.MultiplyHighUnsigned16(y0, y0),
                        TWidth.MultiplyHighUnsigned16(y1, y1),
                        pairs + (VifPlaneOrder.DistortedSquareHigh * planeStride));
                    StorePair(
                        TWidth.MultiplyHighUnsigned16(x0, y0),
                        TWidth.MultiplyHighUnsigned16(x1, y1),
                        pairs + (VifPlaneOrder.ProductHigh * planeStride));
                }
            }

            reference0 += BlockColumns;
            reference1 += BlockColumns;
            distorted0 += BlockColumns;
            distorted1 += BlockColumns;
            pairs += 2 * TWidth.ByteCount;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LoadBlock(TSample* samples) => sizeof(TSample) == 1 ? TWidth.LoadWiden8To16((byte*)samples) : TWidth.Load(samples);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(V upper, V lower, byte* pairs)
    {
        V bias = TWidth.Broadcast16(short.MinValue);
        upper = TWidth.Xor(upper, bias);
        lower = TWidth.Xor(lower, bias);
        TWidth.Store(TWidth.UnpackLow16(upper, lower), pairs);
        TWidth.Store(TWidth.UnpackHigh16(upper, lower), pairs + TWidth.ByteCount);
    }
}
