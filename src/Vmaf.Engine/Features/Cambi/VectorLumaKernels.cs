using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>The preparation with 16-bit lanes.</summary>
internal sealed unsafe class VectorLumaKernels<TWidth, V> : ILumaKernels
    where TWidth : ISimdWidth<V>
    where V : struct
{
    /// <summary>Creates them.</summary>
    public VectorLumaKernels() =>
        AheadOfTime.Include(ToTenBits, SmoothDither, CountFlat, DiscountFlat, MarkFlat, ModeOfThree, Halve, FindKeys);

    private static int Lanes => TWidth.ByteCount / sizeof(ushort);

    /// <inheritdoc/>
    public void ToTenBits(in PlaneView source, int y, ushort* destination)
    {
        byte* row = source.RowPointer(y);
        int shift = source.BitDepth - TenBits.Depth;
        int x = 0;
        if (source.BitDepth == 8)
        {
            for (; x + Lanes <= source.Width; x += Lanes)
            {
                TWidth.Store(TWidth.ShiftLeft16(TWidth.LoadWiden8To16(row + x), -shift), destination + x);
            }
        }
        else if (shift > 0)
        {
            V one = TWidth.Broadcast16(1);
            for (; x + Lanes <= source.Width; x += Lanes)
            {
                // Half is added after the shift: before it, it would not fit 16 bits.
                V samples = TWidth.Load((ushort*)row + x);
                V half = TWidth.And(TWidth.ShiftRightLogical16(samples, shift - 1), one);
                TWidth.Store(TWidth.Add16(TWidth.ShiftRightLogical16(samples, shift), half), destination + x);
            }
        }
        else
        {
            for (; x + Lanes <= source.Width; x += Lanes)
            {
                TWidth.Store(TWidth.ShiftLeft16(TWidth.Load((ushort*)row + x), -shift), destination + x);
            }
        }

        TenBits.Convert(source, y, x, destination);
    }

    /// <inheritdoc/>
    public void SmoothDither(ushort* row, ushort* below, int width)
    {
        for (int x = 0; x < width; x += Lanes)
        {
            V upper = TWidth.Add16(TWidth.Load(row + x), TWidth.Load(row + x + 1));
            V lower = TWidth.Add16(TWidth.Load(below + x), TWidth.Load(below + x + 1));
            TWidth.Store(TWidth.ShiftRightLogical16(TWidth.Add16(upper, lower), 2), row + x);
        }
    }

    /// <inheritdoc/>
    public void CountFlat(ushort* row, ushort* below, ushort* flat, ushort* counts, int width)
    {
        for (int x = 0; x < width; x += Lanes)
        {
            V samples = TWidth.Load(row + x);
            V isFlat = TWidth.And(
                TWidth.Equals16(samples, TWidth.Load(row + x + 1)),
                TWidth.Equals16(samples, TWidth.Load(below + x)));
            V flags = TWidth.Subtract16(TWidth.Zero(), isFlat);
            V change = TWidth.Subtract16(flags, TWidth.Load(flat + x));
            TWidth.Store(flags, flat + x);
            TWidth.Store(TWidth.Add16(TWidth.Load(counts + x), change), counts + x);
        }

        TWidth.Store(TWidth.Zero(), counts + width);
    }

    /// <inheritdoc/>
    public void DiscountFlat(ushort* flat, ushort* counts, int width)
    {
        for (int x = 0; x < width; x += Lanes)
        {
            TWidth.Store(TWidth.Subtract16(TWidth.Load(counts + x), TWidth.Load(flat + x)), counts + x);
        }

        TWidth.Store(TWidth.Zero(), counts + width);
    }

    /// <inheritdoc/>
    public void MarkFlat(ushort* counts, int threshold, ushort* mask, int width)
    {
        V limit = TWidth.Broadcast16((short)threshold);
        for (int x = 0; x < width; x += Lanes)
        {
            V sum = TWidth.Load(counts + x);
            for (int step = 1; step <= FlatnessMask.Radius; step++)
            {
                sum = TWidth.Add16(sum, TWidth.Add16(TWidth.Load(counts + x - step), TWidth.Load(counts + x + step)));
            }

            TWidth.Store(TWidth.GreaterThan16(sum, limit), mask + x);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void ModeOfThree(ushort* first, ushort* second, ushort* third, ushort* destination, int width)
    {
        for (int x = 0; x < width; x += Lanes)
        {
            V a = TWidth.Load(first + x);
            V b = TWidth.Load(second + x);
            V c = TWidth.Load(third + x);
            V least = TWidth.MinUnsigned16(a, TWidth.MinUnsigned16(b, c));
            V mode = TWidth.Select(TWidth.Equals16(b, c), b, least);
            TWidth.Store(TWidth.Select(TWidth.Or(TWidth.Equals16(a, b), TWidth.Equals16(a, c)), a, mode), destination + x);
        }
    }

    /// <inheritdoc/>
    public void Halve(ushort* row, ushort* destination, int width)
    {
        for (int x = 0; x < width; x += Lanes)
        {
            V first = TWidth.Load(row + (2 * x));
            V second = TWidth.Load(row + (2 * x) + Lanes);
            TWidth.Store(TWidth.PackLowHalvesInOrder32(first, second), destination + x);
        }
    }

    /// <inheritdoc/>
    public void FindKeys(ushort* row, ushort* mask, ContrastLevels levels, ushort* keys, int width)
    {
        int firstLuma = levels.FirstLuma;
        int lastKey = levels.LumaCount - 1;
        V first = TWidth.Broadcast16((short)firstLuma);
        V last = TWidth.Broadcast16((short)lastKey);
        V none = TWidth.Broadcast16(unchecked((short)BandingMeter.NoKey));
        for (int x = 0; x < width; x += Lanes)
        {
            V key = TWidth.Subtract16(TWidth.Load(row + x), first);
            V counts = TWidth.Equals16(TWidth.MinUnsigned16(key, last), key);
            TWidth.Store(TWidth.Select(TWidth.And(counts, TWidth.Load(mask + x)), key, none), keys + x);
        }

        TWidth.Store(none, keys + width);
    }
}
