using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The wavelet's row kernels in plain C#. A 32-bit row is an array of 32-bit samples.</summary>
internal readonly unsafe struct ScalarWaveletKernels : IWaveletKernels
{
    /// <inheritdoc/>
    public void FilterPictureColumns(PlaneView plane, FilterRows rows, short* low, short* high)
    {
        if (plane.BitDepth == 8)
        {
            for (int x = 0; x < plane.Width; x++)
            {
                FilterSample(
                    plane.RowPointer(rows.Before)[x],
                    plane.RowPointer(rows.At)[x],
                    plane.RowPointer(rows.After)[x],
                    plane.RowPointer(rows.Second)[x],
                    8,
                    low + x,
                    high is null ? null : high + x);
            }
        }
        else
        {
            for (int x = 0; x < plane.Width; x++)
            {
                FilterSample(
                    ((ushort*)plane.RowPointer(rows.Before))[x],
                    ((ushort*)plane.RowPointer(rows.At))[x],
                    ((ushort*)plane.RowPointer(rows.After))[x],
                    ((ushort*)plane.RowPointer(rows.Second))[x],
                    plane.BitDepth,
                    low + x,
                    high is null ? null : high + x);
            }
        }

        RowEnds.Mirror(low, plane.Width);
        if (high is not null)
        {
            RowEnds.Mirror(high, plane.Width);
        }
    }

    /// <inheritdoc/>
    public void FilterColumns(SourceRows<short> source, int width, int* low, int* high)
    {
        for (int x = 0; x < width; x++)
        {
            low[x] = (int)Filter(WaveletTaps.Low, source.Before[x], source.At[x], source.After[x], source.Second[x]);
            if (high is not null)
            {
                high[x] = (int)Filter(WaveletTaps.High, source.Before[x], source.At[x], source.After[x], source.Second[x]);
            }
        }

        MirrorEnds(low, high, width);
    }

    /// <inheritdoc/>
    public void FilterColumns(SourceRows<int> source, int width, int* low, int* high)
    {
        for (int x = 0; x < width; x++)
        {
            low[x] = Round(Filter(WaveletTaps.Low, source.Before[x], source.At[x], source.After[x], source.Second[x]), 16);
            if (high is not null)
            {
                high[x] = Round(Filter(WaveletTaps.High, source.Before[x], source.At[x], source.After[x], source.Second[x]), 16);
            }
        }

        MirrorEnds(low, high, width);
    }

    /// <inheritdoc/>
    public void FilterRow(short* source, WaveletTaps taps, int start, int count, short* output)
    {
        source += 2 * start;
        for (int x = 0; x < count; x++, source += 2)
        {
            output[x] = (short)Round(Filter(taps, source[-1], source[0], source[1], source[2]), 16);
        }
    }

    /// <inheritdoc/>
    public void FilterRow(int* source, int width, WaveletTaps taps, int shift, int start, int count, int* output)
    {
        source += 2 * start;
        for (int x = 0; x < count; x++, source += 2)
        {
            output[x] = Round(Filter(taps, source[-1], source[0], source[1], source[2]), shift);
        }
    }

    /// <summary>
    /// Filters one column. Samples beyond the bit depth's maximum have no meaning; saturation makes all tiers agree on them too.
    /// </summary>
    private static void FilterSample(int before, int at, int after, int second, int bitDepth, short* low, short* high)
    {
        int middle = 1 << (bitDepth - 1);
        *low = Saturate((unchecked((int)Filter(WaveletTaps.Low, before, at, after, second)) - (WaveletTaps.Low.Sum * middle) + middle) >> bitDepth);
        if (high is not null)
        {
            *high = Saturate((unchecked((int)Filter(WaveletTaps.High, before, at, after, second)) + middle) >> bitDepth);
        }
    }

    private static short Saturate(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    private static long Filter(WaveletTaps taps, int before, int at, int after, int second) =>
        ((long)taps.Before * before) + ((long)taps.At * at) + ((long)taps.After * after) + ((long)taps.Second * second);

    private static int Round(long value, int shift) => (int)((value + (1L << (shift - 1))) >> shift);

    private static void MirrorEnds(int* low, int* high, int width)
    {
        RowEnds.Mirror(low, width);
        if (high is not null)
        {
            RowEnds.Mirror(high, width);
        }
    }
}
