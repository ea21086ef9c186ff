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
    public static void FilterPictureColumns(PlaneView plane, FilterRows rows, short* low, short* high)
    {
        int width = plane.Width;
        if (width < Lanes16)
        {
            ScalarWaveletKernels.FilterPictureColumns(plane, rows, low, high);
            return;
        }

        byte* before = plane.RowPointer(rows.Before);
        byte* at = plane.RowPointer(rows.At);
        byte* after = plane.RowPointer(rows.After);
        byte* second = plane.RowPointer(rows.Second);
        if (plane.BitDepth == 8)
        {
            FilterBytes(before, at, after, second, width, low, WaveletTaps.Low);
            if (high is not null)
            {
                FilterBytes(before, at, after, second, width, high, WaveletTaps.High);
            }
        }
        else
        {
            var source = new SourceRows<short>((short*)before, (short*)at, (short*)after, (short*)second);
            FilterWords(source, width, plane.BitDepth, low, WaveletTaps.Low);
            if (high is not null)
            {
                FilterWords(source, width, plane.BitDepth, high, WaveletTaps.High);
            }
        }

        RowEnds.Mirror(low, width);
        if (high is not null)
        {
            RowEnds.Mirror(high, width);
        }
    }

    /// <inheritdoc/>
    public static void FilterColumns(SourceRows<short> source, int width, int* low, int* high)
    {
        FilterColumns(source, width, low, WaveletTaps.Low);
        if (high is not null)
        {
            FilterColumns(source, width, high, WaveletTaps.High);
        }
    }

    /// <inheritdoc/>
    public static void FilterColumns(SourceRows<int> source, int width, int* low, int* high)
    {
        FilterColumns(source, width, low, WaveletTaps.Low);
        if (high is not null)
        {
            FilterColumns(source, width, high, WaveletTaps.High);
        }
    }

    /// <inheritdoc/>
    public static void FilterRow(short* source, WaveletTaps taps, int start, int count, short* output)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 15);
        source += 2 * start;
        for (int x = 0; x < count; x += Lanes16, source += 2 * Lanes16)
        {
            V lower = TWidth.ShiftRightArithmetic32(TWidth.Add32(FilterPairs(source, first, second), half), 16);
            V upper = TWidth.ShiftRightArithmetic32(TWidth.Add32(FilterPairs(source + Lanes16, first, second), half), 16);
            TWidth.Store(TWidth.PackInOrder32To16(lower, upper), output + x);
        }
    }

    /// <inheritdoc/>
    public static void FilterRow(int* source, int width, WaveletTaps taps, int shift, int start, int count, int* output)
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

    private static void FilterSplitRow15(int* source, int width, WaveletTaps taps, int start, int count, int* output)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 14);
        short* lower = (short*)source + (2 * start);
        short* upper = lower + UpperOffset(width);
        for (int x = 0; x < count; x += Lanes32, lower += Lanes16, upper += Lanes16)
        {
            V high = FilterPairs(upper, first, second);
            V low = TWidth.ShiftRightArithmetic32(TWidth.Add32(FilterPairs(lower, first, second), half), 15);
            TWidth.Store(TWidth.Add32(TWidth.Add32(high, high), low), output + x);
        }
    }

    private static void FilterSplitRow16(int* source, int width, WaveletTaps taps, int start, int count, int* output)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 15);
        short* lower = (short*)source + (2 * start);
        short* upper = lower + UpperOffset(width);
        for (int x = 0; x < count; x += Lanes32, lower += Lanes16, upper += Lanes16)
        {
            V high = FilterPairs(upper, first, second);
            V low = TWidth.ShiftRightArithmetic32(TWidth.Add32(FilterPairs(lower, first, second), half), 16);
            TWidth.Store(TWidth.Add32(high, low), output + x);
        }
    }

    /// <summary>Filters at every second sample; the row's pairs begin one sample before the filter's own place.</summary>
    private static V FilterPairs(short* row, V first, V second) =>
        TWidth.Add32(
            TWidth.MultiplyAddAdjacent16(TWidth.Load(row - 1), first),
            TWidth.MultiplyAddAdjacent16(TWidth.Load(row + 1), second));

    private static void FilterBytes(byte* before, byte* at, byte* after, byte* second, int width, short* output, WaveletTaps taps)
    {
        V firstPair = TWidth.Broadcast32(taps.FirstPair);
        V secondPair = TWidth.Broadcast32(taps.SecondPair);
        V offset = TWidth.Broadcast32(128 - (taps.Sum * 128));
        int last = width - Lanes16;
        for (int x = 0; ; x = Math.Min(x + Lanes16, last))
        {
            V r0 = TWidth.LoadWiden8To16(before + x);
            V r1 = TWidth.LoadWiden8To16(at + x);
            V r2 = TWidth.LoadWiden8To16(after + x);
            V r3 = TWidth.LoadWiden8To16(second + x);
            V lower = FilterLower(r0, r1, r2, r3, firstPair, secondPair);
            V upper = FilterUpper(r0, r1, r2, r3, firstPair, secondPair);
            lower = TWidth.ShiftRightArithmetic32(TWidth.Add32(lower, offset), 8);
            upper = TWidth.ShiftRightArithmetic32(TWidth.Add32(upper, offset), 8);
            TWidth.Store(TWidth.PackSigned32To16(lower, upper), output + x);
            if (x == last)
            {
                break;
            }
        }
    }

    private static void FilterWords(SourceRows<short> rows, int width, int bitDepth, short* output, WaveletTaps taps)
    {
        // Samples of up to 16 bits, less 32768, are signed 16-bit numbers; the difference to the depth's middle is made good after.
        V flip = TWidth.Broadcast16(short.MinValue);
        V firstPair = TWidth.Broadcast32(taps.FirstPair);
        V secondPair = TWidth.Broadcast32(taps.SecondPair);
        int middle = 1 << (bitDepth - 1);
        V offset = TWidth.Broadcast32((taps.Sum * (32768 - middle)) + middle);
        int last = width - Lanes16;
        for (int x = 0; ; x = Math.Min(x + Lanes16, last))
        {
            V r0 = TWidth.Xor(TWidth.Load(rows.Before + x), flip);
            V r1 = TWidth.Xor(TWidth.Load(rows.At + x), flip);
            V r2 = TWidth.Xor(TWidth.Load(rows.After + x), flip);
            V r3 = TWidth.Xor(TWidth.Load(rows.Second + x), flip);
            V lower = FilterLower(r0, r1, r2, r3, firstPair, secondPair);
            V upper = FilterUpper(r0, r1, r2, r3, firstPair, secondPair);
            lower = TWidth.ShiftRightArithmetic32(TWidth.Add32(lower, offset), bitDepth);
            upper = TWidth.ShiftRightArithmetic32(TWidth.Add32(upper, offset), bitDepth);
            TWidth.Store(TWidth.PackSigned32To16(lower, upper), output + x);
            if (x == last)
            {
                break;
            }
        }
    }

    /// <summary>Filters down the columns in the low half of each 128-bit block.</summary>
    private static V FilterLower(V r0, V r1, V r2, V r3, V firstPair, V secondPair) =>
        TWidth.Add32(
            TWidth.MultiplyAddAdjacent16(TWidth.UnpackLow16(r0, r1), firstPair),
            TWidth.MultiplyAddAdjacent16(TWidth.UnpackLow16(r2, r3), secondPair));

    /// <summary>Filters down the columns in the high half of each 128-bit block.</summary>
    private static V FilterUpper(V r0, V r1, V r2, V r3, V firstPair, V secondPair) =>
        TWidth.Add32(
            TWidth.MultiplyAddAdjacent16(TWidth.UnpackHigh16(r0, r1), firstPair),
            TWidth.MultiplyAddAdjacent16(TWidth.UnpackHigh16(r2, r3), secondPair));

    private static void FilterColumns(SourceRows<short> rows, int width, int* output, WaveletTaps taps)
    {
        V firstPair = TWidth.Broadcast32(taps.FirstPair);
        V secondPair = TWidth.Broadcast32(taps.SecondPair);
        V half = TWidth.Broadcast32(1 << 15);
        short* lowerHalves = (short*)output;
        short* upperHalves = lowerHalves + UpperOffset(width);
        for (int x = 0; x < width; x += Lanes16)
        {
            V r0 = TWidth.Load(rows.Before + x);
            V r1 = TWidth.Load(rows.At + x);
            V r2 = TWidth.Load(rows.After + x);
            V r3 = TWidth.Load(rows.Second + x);
            V left = FilterLower(r0, r1, r2, r3, firstPair, secondPair);
            V right = FilterUpper(r0, r1, r2, r3, firstPair, secondPair);
            TWidth.Store(TWidth.PackSigned32To16(LowerHalf(left), LowerHalf(right)), lowerHalves + x);
            TWidth.Store(TWidth.PackSigned32To16(UpperHalf(left, half), UpperHalf(right, half)), upperHalves + x);
        }

        RowEnds.Mirror(lowerHalves, width);
        RowEnds.Mirror(upperHalves, width);
    }

    private static void FilterColumns(SourceRows<int> rows, int width, int* output, WaveletTaps taps)
    {
        V before = TWidth.Broadcast64(taps.Before);
        V at = TWidth.Broadcast64(taps.At);
        V after = TWidth.Broadcast64(taps.After);
        V second = TWidth.Broadcast64(taps.Second);
        V half = TWidth.Broadcast32(1 << 15);
        V half64 = TWidth.Broadcast64(1 << 15);
        V oddLanes = TWidth.Broadcast64(-1L << 32);
        short* lowerHalves = (short*)output;
        short* upperHalves = lowerHalves + UpperOffset(width);
        for (int x = 0; x < width; x += Lanes16)
        {
            V left = FilterWide(rows, x, before, at, after, second, half64, oddLanes);
            V right = FilterWide(rows, x + Lanes32, before, at, after, second, half64, oddLanes);
            TWidth.Store(TWidth.PackInOrder32To16(LowerHalf(left), LowerHalf(right)), lowerHalves + x);
            TWidth.Store(TWidth.PackInOrder32To16(UpperHalf(left, half), UpperHalf(right, half)), upperHalves + x);
        }

        RowEnds.Mirror(lowerHalves, width);
        RowEnds.Mirror(upperHalves, width);
    }

    /// <summary>Filters down 32-bit columns, 16 bits of the 64-bit sums dropped.</summary>
    private static V FilterWide(SourceRows<int> rows, int x, V before, V at, V after, V second, V half, V oddLanes)
    {
        V r0 = TWidth.Load(rows.Before + x);
        V r1 = TWidth.Load(rows.At + x);
        V r2 = TWidth.Load(rows.After + x);
        V r3 = TWidth.Load(rows.Second + x);
        V even = FilterEven(r0, r1, r2, r3, before, at, after, second);
        V odd = FilterEven(
            TWidth.ShiftRightLogical64(r0, 32),
            TWidth.ShiftRightLogical64(r1, 32),
            TWidth.ShiftRightLogical64(r2, 32),
            TWidth.ShiftRightLogical64(r3, 32),
            before,
            at,
            after,
            second);
        even = TWidth.ShiftRightLogical64(TWidth.Add64(even, half), 16);
        odd = TWidth.ShiftLeft64(TWidth.Add64(odd, half), 16);
        return TWidth.Select(oddLanes, odd, even);
    }

    private static V FilterEven(V r0, V r1, V r2, V r3, V before, V at, V after, V second) =>
        TWidth.Add64(
            TWidth.Add64(TWidth.MultiplyEven32(r0, before), TWidth.MultiplyEven32(r1, at)),
            TWidth.Add64(TWidth.MultiplyEven32(r2, after), TWidth.MultiplyEven32(r3, second)));

    private static V LowerHalf(V value) => TWidth.ShiftRightArithmetic32(TWidth.ShiftLeft32(value, 16), 16);

    private static V UpperHalf(V value, V half) => TWidth.ShiftRightArithmetic32(TWidth.Add32(value, half), 16);

    /// <summary>Samples from the lower halves of a 32-bit row to the upper ones: room for whole registers and mirrored ends.</summary>
    private static int UpperOffset(int width) => ((width + 31) & ~31) + 32;
}
