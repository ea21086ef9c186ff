using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>The preparation without vectors.</summary>
internal sealed unsafe class ScalarLumaKernels : ILumaKernels
{
    /// <inheritdoc/>
    public void ToTenBits(in PlaneView source, int y, ushort* destination) => TenBits.Convert(source, y, 0, destination);

    /// <inheritdoc/>
    public void SmoothDither(ushort* row, ushort* below, int width)
    {
        for (int x = 0; x < width; x++)
        {
            row[x] = (ushort)((ushort)(row[x] + row[x + 1] + below[x] + below[x + 1]) >> 2);
        }
    }

    /// <inheritdoc/>
    public void CountFlat(ushort* row, ushort* below, ushort* flat, ushort* counts, int width)
    {
        for (int x = 0; x < width; x++)
        {
            bool isFlat = row[x] == row[x + 1] && row[x] == below[x];
            counts[x] -= flat[x];
            flat[x] = isFlat ? (ushort)1 : (ushort)0;
            counts[x] += flat[x];
        }
    }

    /// <inheritdoc/>
    public void DiscountFlat(ushort* flat, ushort* counts, int width)
    {
        for (int x = 0; x < width; x++)
        {
            counts[x] -= flat[x];
        }
    }

    /// <inheritdoc/>
    public void MarkFlat(ushort* counts, int threshold, ushort* mask, int width)
    {
        for (int x = 0; x < width; x++)
        {
            int sum = 0;
            for (int column = x - FlatnessMask.Radius; column <= x + FlatnessMask.Radius; column++)
            {
                sum += counts[column];
            }

            mask[x] = sum > threshold ? ushort.MaxValue : (ushort)0;
        }
    }

    /// <inheritdoc/>
    public void ModeOfThree(ushort* first, ushort* second, ushort* third, ushort* destination, int width)
    {
        for (int x = 0; x < width; x++)
        {
            (ushort a, ushort b, ushort c) = (first[x], second[x], third[x]);
            destination[x] = a == b || a == c ? a : b == c ? b : Math.Min(a, Math.Min(b, c));
        }
    }

    /// <inheritdoc/>
    public void Halve(ushort* row, ushort* destination, int width)
    {
        for (int x = 0; x < width; x++)
        {
            destination[x] = row[2 * x];
        }
    }

    /// <inheritdoc/>
    public void FindKeys(ushort* row, ushort* mask, ContrastLevels levels, ushort* keys, int width)
    {
        for (int x = 0; x < width; x++)
        {
            int key = row[x] - levels.FirstLuma;
            keys[x] = mask[x] != 0 && (uint)key < (uint)levels.LumaCount ? (ushort)key : BandingMeter.NoKey;
        }
    }
}
