using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// The wavelet's row kernels in vectors: two taps at once, as products of 16-bit pairs. A 32-bit row x is kept as two rows of 16 bits,
/// x = 65536 · upper + lower with lower in −32768 … 32767, the upper ones <see cref="UpperOffset"/> samples after the lower.
/// </summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal readonly unsafe struct VectorWaveletKernels<TWidth, V> : IWaveletKernels
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private static int Lanes16 => TWidth.ByteCount / 2;

    private static int Lanes32 => TWidth.ByteCount / 4;

    /// <inheritdoc/>
    public void FilterPictureColumns(PlaneView plane, FilterRows rows, short* low, short* high)
    {
        int width = plane.Width;
        if (width < Lanes16)
        {
            default(ScalarWaveletKernels).FilterPictureColumns(plane, rows, low, high);
            return;
        }

        byte* before = plane.RowPointer(rows.Before);
        byte* at = plane.RowPointer(rows.At);
        byte* after = plane.RowPointer(rows.After);
        byte* second = plane.RowPointer(rows.Second);
        nint ahead = 2 * plane.StrideInBytes;
        if (plane.BitDepth == 8)
        {
            FilterPicture(new SourceRows<byte>(before, at, after, second), ahead, width, 8, low, high);
        }
        else
        {
            var source = new SourceRows<ushort>((ushort*)before, (ushort*)at, (ushort*)after, (ushort*)second);
            FilterPicture(source, ahead, width, plane.BitDepth, low, high);
        }

        RowEnds.Mirror(low, width);
        if (high is not null)
        {
            RowEnds.Mirror(high, width);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void FilterColumns(SourceRows<short> source, int width, int* low, int* high)
    {
        V lowFirst = TWidth.Broadcast32(WaveletTaps.Low.FirstPair);
        V lowSecond = TWidth.Broadcast32(WaveletTaps.Low.SecondPair);
        V highFirst = TWidth.Broadcast32(WaveletTaps.High.FirstPair);
        V highSecond = TWidth.Broadcast32(WaveletTaps.High.SecondPair);
        int upperOffset = UpperOffset(width);
        for (int x = 0; x < width; x += Lanes16)
        {
            V r0 = TWidth.Load(source.Before + x);
            V r1 = TWidth.Load(source.At + x);
            V r2 = TWidth.Load(source.After + x);
            V r3 = TWidth.Load(source.Second + x);
            V leftFirst = TWidth.UnpackLow16(r0, r1);
            V leftSecond = TWidth.UnpackLow16(r2, r3);
            V rightFirst = TWidth.UnpackHigh16(r0, r1);
            V rightSecond = TWidth.UnpackHigh16(r2, r3);
            V left = FilterPairs(leftFirst, leftSecond, lowFirst, lowSecond);
            V right = FilterPairs(rightFirst, rightSecond, lowFirst, lowSecond);
            StoreHalves(left, right, (short*)low + x, upperOffset);
            if (high is not null)
            {
                left = FilterPairs(leftFirst, leftSecond, highFirst, highSecond);
                right = FilterPairs(rightFirst, rightSecond, highFirst, highSecond);
                StoreHalves(left, right, (short*)high + x, upperOffset);
            }
        }

        MirrorEnds(low, high, width);
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void FilterColumns(SourceRows<int> source, int width, int* low, int* high)
    {
        int upperOffset = UpperOffset(width);
        V half = TWidth.Broadcast32(1 << 15);
        for (int x = 0; x < width; x += Lanes16)
        {
            ColumnPairs<TWidth, V> left = new(source, x);
            ColumnPairs<TWidth, V> right = new(source, x + Lanes32);
            StoreHalvesInOrder(left.Filter(WaveletTaps.Low), right.Filter(WaveletTaps.Low), half, (short*)low + x, upperOffset);
            if (high is not null)
            {
                StoreHalvesInOrder(left.Filter(WaveletTaps.High), right.Filter(WaveletTaps.High), half, (short*)high + x, upperOffset);
            }
        }

        MirrorEnds(low, high, width);
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void FilterRow(short* source, WaveletTaps taps, int start, int count, short* output)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 15);
        source += 2 * start;
        for (int x = 0; x < count; x += Lanes16, source += 2 * Lanes16)
        {
            V lower = TWidth.Add32(FilterAlong(source, first, second), half);
            V upper = TWidth.Add32(FilterAlong(source + Lanes16, first, second), half);
            TWidth.Store(TWidth.PackHighHalvesInOrder32(lower, upper), output + x);
        }
    }

    /// <inheritdoc/>
    public void FilterRow(int* source, int width, WaveletTaps taps, int shift, int start, int count, int* output)
    {
        if (shift == 15)
        {
            FilterSplitRow15(source, width, taps, start, count, output);
        }
        else
        {
            FilterSplitRow16(source, width, taps, start, count, output);
        }
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static void FilterSplitRow15(int* source, int width, WaveletTaps taps, int start, int count, int* output)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 14);
        short* lower = (short*)source + (2 * start);
        short* upper = lower + UpperOffset(width);
        for (int x = 0; x < count; x += Lanes32, lower += Lanes16, upper += Lanes16)
        {
            V high = FilterAlong(upper, first, second);
            V low = TWidth.ShiftRightArithmetic32(TWidth.Add32(FilterAlong(lower, first, second), half), 15);
            TWidth.Store(TWidth.Add32(TWidth.Add32(high, high), low), output + x);
        }
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static void FilterSplitRow16(int* source, int width, WaveletTaps taps, int start, int count, int* output)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 15);
        short* lower = (short*)source + (2 * start);
        short* upper = lower + UpperOffset(width);
        for (int x = 0; x < count; x += Lanes32, lower += Lanes16, upper += Lanes16)
        {
            V high = FilterAlong(upper, first, second);
            V low = TWidth.ShiftRightArithmetic32(TWidth.Add32(FilterAlong(lower, first, second), half), 16);
            TWidth.Store(TWidth.Add32(high, low), output + x);
        }
    }

    /// <summary>Filters at every second sample; the row's pairs begin one sample before the filter's own place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V FilterAlong(short* row, V first, V second) =>
        FilterPairs(TWidth.Load(row - 1), TWidth.Load(row + 1), first, second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V FilterPairs(V firstPair, V secondPair, V firstTaps, V secondTaps) =>
        TWidth.Add32(TWidth.MultiplyAddAdjacent16(firstPair, firstTaps), TWidth.MultiplyAddAdjacent16(secondPair, secondTaps));

    /// <summary>Filters columns of the picture; the two rows <paramref name="ahead"/> bytes after the last two are fetched on the way.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private static void FilterPicture<TSample>(SourceRows<TSample> rows, nint ahead, int width, int bitDepth, short* low, short* high)
        where TSample : unmanaged
    {
        // Words are read less 32768, which makes them signed; the difference to the depth's middle is made good after.
        int bias = sizeof(TSample) == 1 ? 0 : 32768;
        int shift = sizeof(TSample) == 1 ? 8 : bitDepth;
        int middle = 1 << (shift - 1);
        V lowOffset = TWidth.Broadcast32((WaveletTaps.Low.Sum * (bias - middle)) + middle);
        V highOffset = TWidth.Broadcast32(middle);
        V lowFirst = TWidth.Broadcast32(WaveletTaps.Low.FirstPair);
        V lowSecond = TWidth.Broadcast32(WaveletTaps.Low.SecondPair);
        V highFirst = TWidth.Broadcast32(WaveletTaps.High.FirstPair);
        V highSecond = TWidth.Broadcast32(WaveletTaps.High.SecondPair);
        int last = width - Lanes16;
        for (int x = 0; ; x = Math.Min(x + Lanes16, last))
        {
            V r0 = LoadSamples(rows.Before + x);
            V r1 = LoadSamples(rows.At + x);
            V r2 = LoadSamples(rows.After + x);
            V r3 = LoadSamples(rows.Second + x);
            CacheHint.Fetch((byte*)(rows.After + x) + ahead);
            CacheHint.Fetch((byte*)(rows.Second + x) + ahead);
            V leftFirst = TWidth.UnpackLow16(r0, r1);
            V leftSecond = TWidth.UnpackLow16(r2, r3);
            V rightFirst = TWidth.UnpackHigh16(r0, r1);
            V rightSecond = TWidth.UnpackHigh16(r2, r3);
            V left = TWidth.Add32(FilterPairs(leftFirst, leftSecond, lowFirst, lowSecond), lowOffset);
            V right = TWidth.Add32(FilterPairs(rightFirst, rightSecond, lowFirst, lowSecond), lowOffset);
            TWidth.Store(
                TWidth.PackSigned32To16(TWidth.ShiftRightArithmetic32(left, shift), TWidth.ShiftRightArithmetic32(right, shift)), low + x);
            if (high is not null)
            {
                left = TWidth.Add32(FilterPairs(leftFirst, leftSecond, highFirst, highSecond), highOffset);
                right = TWidth.Add32(FilterPairs(rightFirst, rightSecond, highFirst, highSecond), highOffset);
                TWidth.Store(
                    TWidth.PackSigned32To16(TWidth.ShiftRightArithmetic32(left, shift), TWidth.ShiftRightArithmetic32(right, shift)), high + x);
            }

            if (x == last)
            {
                break;
            }
        }
    }

    /// <summary>Samples of 8 bits as they are, of up to 16 bits less 32768, in signed 16-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LoadSamples<TSample>(TSample* row)
        where TSample : unmanaged =>
        sizeof(TSample) == 1 ? TWidth.LoadWiden8To16((byte*)row) : TWidth.Xor(TWidth.Load(row), TWidth.Broadcast16(short.MinValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalves(V left, V right, short* lowerHalves, int upperOffset)
    {
        V half = TWidth.Broadcast32(1 << 15);
        TWidth.Store(TWidth.PackLowHalves32(left, right), lowerHalves);
        TWidth.Store(TWidth.PackHighHalves32(TWidth.Add32(left, half), TWidth.Add32(right, half)), lowerHalves + upperOffset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreHalvesInOrder(V left, V right, V half, short* lowerHalves, int upperOffset)
    {
        TWidth.Store(TWidth.PackLowHalvesInOrder32(left, right), lowerHalves);
        TWidth.Store(TWidth.PackHighHalvesInOrder32(TWidth.Add32(left, half), TWidth.Add32(right, half)), lowerHalves + upperOffset);
    }

    private static void MirrorEnds(int* low, int* high, int width)
    {
        MirrorEnds(low, width);
        if (high is not null)
        {
            MirrorEnds(high, width);
        }
    }

    private static void MirrorEnds(int* row, int width)
    {
        RowEnds.Mirror((short*)row, width);
        RowEnds.Mirror((short*)row + UpperOffset(width), width);
    }

    /// <summary>Samples from the lower halves of a 32-bit row to the upper ones: room for whole registers and mirrored ends.</summary>
    private static int UpperOffset(int width) => ((width + 31) & ~31) + 32;
}
