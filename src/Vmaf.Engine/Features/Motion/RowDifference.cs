using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Motion;

/// <summary>Subtracts rows of two pictures into 16-bit words, scaled to a common bit depth.</summary>
internal static unsafe class RowDifference<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>The bit depth that split samples are scaled to.</summary>
    public const int SplitBitDepth = 16;

    /// <summary>Differences of 8-bit samples.</summary>
    /// <param name="earlier">Samples of the earlier picture.</param>
    /// <param name="later">Samples of the later picture.</param>
    /// <param name="width">Number of samples.</param>
    /// <param name="scaleShift">How far differences are shifted left.</param>
    /// <param name="differences">Receives earlier − later, scaled.</param>
    /// <param name="ahead">Bytes to the rows that come next, which are fetched on the way.</param>
    /// <returns>Whether any sample differs.</returns>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static bool OfBytes(byte* earlier, byte* later, int width, int scaleShift, short* differences, nint ahead)
    {
        int lanes = TWidth.ByteCount / sizeof(short);
        V any = TWidth.Zero();
        int x = 0;
        for (; x + lanes <= width; x += lanes)
        {
            CacheHint.Fetch(earlier + x + ahead);
            CacheHint.Fetch(later + x + ahead);
            V difference = TWidth.Subtract16(TWidth.LoadWiden8To16(earlier + x), TWidth.LoadWiden8To16(later + x));
            any = TWidth.Or(any, difference);
            TWidth.Store(TWidth.ShiftLeft16(difference, scaleShift), differences + x);
        }

        int anyTail = 0;
        for (; x < width; x++)
        {
            differences[x] = (short)((earlier[x] - later[x]) << scaleShift);
            anyTail |= earlier[x] ^ later[x];
        }

        return anyTail != 0 || !TWidth.IsZero(any);
    }

    /// <summary>Differences of samples of 9 to 14 bits.</summary>
    /// <param name="earlier">Samples of the earlier picture.</param>
    /// <param name="later">Samples of the later picture.</param>
    /// <param name="width">Number of samples.</param>
    /// <param name="bitDepth">Bits per sample.</param>
    /// <param name="scaleShift">How far differences are shifted left.</param>
    /// <param name="differences">Receives earlier − later, scaled.</param>
    /// <param name="ahead">Bytes to the rows that come next, which are fetched on the way.</param>
    /// <param name="inRange">False if a sample has more bits than it should.</param>
    /// <returns>Whether any sample differs.</returns>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static bool OfWords(
        ushort* earlier, ushort* later, int width, int bitDepth, int scaleShift, short* differences, nint ahead, out bool inRange)
    {
        int lanes = TWidth.ByteCount / sizeof(short);
        V any = TWidth.Zero();
        V samples = TWidth.Zero();
        int x = 0;
        for (; x + lanes <= width; x += lanes)
        {
            V a = TWidth.Load(earlier + x);
            V b = TWidth.Load(later + x);
            CacheHint.Fetch((byte*)(earlier + x) + ahead);
            CacheHint.Fetch((byte*)(later + x) + ahead);
            V difference = TWidth.Subtract16(a, b);
            any = TWidth.Or(any, difference);
            samples = TWidth.Or(samples, TWidth.Or(a, b));
            TWidth.Store(TWidth.ShiftLeft16(difference, scaleShift), differences + x);
        }

        int anyTail = 0;
        int samplesTail = 0;
        for (; x < width; x++)
        {
            differences[x] = (short)((earlier[x] - later[x]) << scaleShift);
            anyTail |= earlier[x] ^ later[x];
            samplesTail |= earlier[x] | later[x];
        }

        inRange = IsInRange(samples, samplesTail, bitDepth);
        return anyTail != 0 || !TWidth.IsZero(any);
    }

    /// <summary>Differences of samples of 9 to 16 bits, scaled to 16 bits: of their high and of their low bytes.</summary>
    /// <param name="earlier">Samples of the earlier picture.</param>
    /// <param name="later">Samples of the later picture.</param>
    /// <param name="width">Number of samples.</param>
    /// <param name="bitDepth">Bits per sample.</param>
    /// <param name="high">Receives earlier − later of the high bytes.</param>
    /// <param name="low">Receives earlier − later of the low bytes.</param>
    /// <param name="inRange">False if a sample has more bits than it should.</param>
    /// <returns>Whether any sample differs.</returns>
    [MethodImpl(JitHint.FullyAtOnce)]
    public static bool OfSplitWords(
        ushort* earlier, ushort* later, int width, int bitDepth, short* high, short* low, out bool inRange)
    {
        int lanes = TWidth.ByteCount / sizeof(short);
        int scaleShift = SplitBitDepth - bitDepth;
        V lowByte = TWidth.Broadcast16(0xFF);
        V any = TWidth.Zero();
        V samples = TWidth.Zero();
        int x = 0;
        for (; x + lanes <= width; x += lanes)
        {
            V a = TWidth.Load(earlier + x);
            V b = TWidth.Load(later + x);
            any = TWidth.Or(any, TWidth.Xor(a, b));
            samples = TWidth.Or(samples, TWidth.Or(a, b));
            a = TWidth.ShiftLeft16(a, scaleShift);
            b = TWidth.ShiftLeft16(b, scaleShift);
            TWidth.Store(TWidth.Subtract16(TWidth.ShiftRightLogical16(a, 8), TWidth.ShiftRightLogical16(b, 8)), high + x);
            TWidth.Store(TWidth.Subtract16(TWidth.And(a, lowByte), TWidth.And(b, lowByte)), low + x);
        }

        int anyTail = 0;
        int samplesTail = 0;
        for (; x < width; x++)
        {
            int a = earlier[x] << scaleShift;
            int b = later[x] << scaleShift;
            high[x] = (short)((a >> 8) - (b >> 8));
            low[x] = (short)((a & 0xFF) - (b & 0xFF));
            anyTail |= earlier[x] ^ later[x];
            samplesTail |= earlier[x] | later[x];
        }

        inRange = IsInRange(samples, samplesTail, bitDepth);
        return anyTail != 0 || !TWidth.IsZero(any);
    }

    private static bool IsInRange(V samples, int samplesTail, int bitDepth)
    {
        ushort forbidden = (ushort)~((1 << bitDepth) - 1);
        return (samplesTail & forbidden) == 0 && TWidth.IsZero(TWidth.And(samples, TWidth.Broadcast16((short)forbidden)));
    }
}
