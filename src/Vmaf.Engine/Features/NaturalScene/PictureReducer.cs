using Vmaf.Engine.Features.SinglePrecision;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>Makes pictures smaller as Pillow does: rows first, then columns, sums in double precision and results in single.</summary>
internal sealed unsafe class PictureReducer : IDisposable
{
    private readonly (int Start, double[] Weights)[] _columns;
    private readonly (int Start, double[] Weights)[] _rows;
    private readonly FloatPlane _narrow;

    /// <summary>Works out the windows.</summary>
    /// <param name="filter">The window.</param>
    /// <param name="inputWidth">Width of the input.</param>
    /// <param name="inputHeight">Height of the input.</param>
    /// <param name="divisor">How many times smaller; sizes are rounded down.</param>
    public PictureReducer(ReductionFilter filter, int inputWidth, int inputHeight, int divisor)
    {
        _columns = MakeWindows(filter, inputWidth, inputWidth / divisor);
        _rows = MakeWindows(filter, inputHeight, inputHeight / divisor);
        _narrow = new FloatPlane(_columns.Length, inputHeight);
        Output = new FloatPlane(_columns.Length, _rows.Length);
    }

    /// <summary>The smaller picture.</summary>
    public FloatPlane Output { get; }

    /// <summary>Fills <see cref="Output"/>.</summary>
    /// <param name="input">The picture.</param>
    public void Reduce(FloatPlane input)
    {
        for (int y = 0; y < input.Height; y++)
        {
            float* row = input.Row(y);
            float* narrow = _narrow.Row(y);
            for (int x = 0; x < _columns.Length; x++)
            {
                (int start, double[] weights) = _columns[x];
                double sum = 0;
                for (int tap = 0; tap < weights.Length; tap++)
                {
                    sum += row[start + tap] * weights[tap];
                }

                narrow[x] = (float)sum;
            }
        }

        for (int y = 0; y < _rows.Length; y++)
        {
            (int start, double[] weights) = _rows[y];
            float* output = Output.Row(y);
            for (int x = 0; x < _columns.Length; x++)
            {
                double sum = 0;
                for (int tap = 0; tap < weights.Length; tap++)
                {
                    sum += _narrow.Row(start + tap)[x] * weights[tap];
                }

                output[x] = (float)sum;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _narrow.Dispose();
        Output.Dispose();
    }

    private static (int Start, double[] Weights)[] MakeWindows(ReductionFilter filter, int inputLength, int outputLength)
    {
        double scale = (double)inputLength / outputLength;
        double inverse = 1 / scale;
        double reach = (filter == ReductionFilter.Bilinear ? 1 : 2) * scale;
        var windows = new (int Start, double[] Weights)[outputLength];
        for (int output = 0; output < outputLength; output++)
        {
            double centre = (output + 0.5) * scale;
            int start = Math.Max((int)(centre - reach + 0.5), 0);
            int end = Math.Min((int)(centre + reach + 0.5), inputLength);
            double[] weights = [.. Enumerable.Range(start, end - start).Select(input => Weight(filter, (input - centre + 0.5) * inverse))];
            double sum = weights.Sum();
            windows[output] = (start, [.. weights.Select(weight => weight / sum)]);
        }

        return windows;
    }

    private static double Weight(ReductionFilter filter, double distance)
    {
        const double Sharpness = -0.5;
        double x = Math.Abs(distance);
        if (filter == ReductionFilter.Bilinear)
        {
            return Math.Max(0, 1 - x);
        }

        return x switch
        {
            < 1 => ((((Sharpness + 2) * x) - (Sharpness + 3)) * x * x) + 1,
            < 2 => (((((x - 5) * x) + 8) * x) - 4) * Sharpness,
            _ => 0,
        };
    }
}
