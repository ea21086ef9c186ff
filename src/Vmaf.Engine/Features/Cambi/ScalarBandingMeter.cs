namespace Vmaf.Engine.Features.Cambi;

/// <summary>The measurement without vectors: for each column the histogram of the window around it, moved down row by row.</summary>
internal sealed unsafe class ScalarBandingMeter : BandingMeter
{
    private readonly ushort[] _histograms;

    /// <summary>Allocates the histograms.</summary>
    /// <param name="levels">The steps of luma that count.</param>
    /// <param name="width">Width of the widest picture.</param>
    /// <param name="height">Height of the highest picture.</param>
    public ScalarBandingMeter(ContrastLevels levels, int width, int height)
        : base(levels, (long)width * height)
    {
        _histograms = new ushort[(levels.LumaCount + (2 * levels.Count)) * width];
    }

    /// <inheritdoc/>
    protected override int CollectContrasts(WordPlane keys, int width, int height, int radius, float* contrasts, float* map)
    {
        Array.Clear(_histograms);
        for (int y = 0; y < Math.Min(radius, height); y++)
        {
            Count(keys.Row(y), width, radius, 1);
        }

        int count = 0;
        for (int y = 0; y < height; y++)
        {
            if (y + radius < height)
            {
                Count(keys.Row(y + radius), width, radius, 1);
            }

            if (y > radius)
            {
                Count(keys.Row(y - radius - 1), width, radius, -1);
            }

            ushort* row = keys.Row(y);
            for (int x = 0; x < width; x++)
            {
                float contrast = row[x] == NoKey ? 0 : LargestContrast(row[x], x, width);
                if (contrast > 0)
                {
                    contrasts[count++] = contrast;
                }

                if (map != null)
                {
                    map[((nint)y * width) + x] = contrast;
                }
            }
        }

        return count;
    }

    /// <inheritdoc/>
    protected override double SumOfLargest(float* contrasts, int count, int top, float* spare)
    {
        var values = new Span<float>(contrasts, count);
        values.Sort();
        var sum = default(ExactSum);
        foreach (float value in values[(count - top)..])
        {
            sum.Add(value);
        }

        return sum.Value;
    }

    private void Count(ushort* row, int width, int radius, int change)
    {
        for (int x = 0; x < width; x++)
        {
            if (row[x] == NoKey)
            {
                continue;
            }

            int histogram = (row[x] + Levels.Count) * width;
            for (int column = Math.Max(x - radius, 0); column <= Math.Min(x + radius, width - 1); column++)
            {
                _histograms[histogram + column] = (ushort)(_histograms[histogram + column] + change);
            }
        }
    }

    private float LargestContrast(int key, int x, int width)
    {
        int place = ((key + Levels.Count) * width) + x;
        float largest = 0;
        for (int step = 1; step <= Levels.Count; step++)
        {
            if ((Levels.VisibleSteps[key] & (1u << (step - 1))) != 0)
            {
                ushort other = Math.Max(_histograms[place + (step * width)], _histograms[place - (step * width)]);
                largest = Math.Max(largest, Contrast(Levels.Weights[step - 1], _histograms[place], other));
            }
        }

        return largest;
    }
}
