using System.Globalization;

namespace Vmaf.Benchmarks.WholeRun;

/// <summary>Median, minimum and maximum of a handful of figures.</summary>
internal sealed class Spread
{
    private readonly double[] _sorted;

    /// <summary>Sorts the figures.</summary>
    /// <param name="figures">At least one.</param>
    public Spread(IEnumerable<double> figures)
    {
        _sorted = [.. figures.Order()];
    }

    /// <summary>The middle figure, or the mean of the two in the middle.</summary>
    public double Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>The smallest figure.</summary>
    public double Minimum => _sorted[0];

    /// <summary>The largest figure.</summary>
    public double Maximum => _sorted[^1];

    /// <summary>Median, and minimum to maximum in brackets.</summary>
    /// <param name="format">Number format.</param>
    public string ToString(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({Minimum.ToString(format, CultureInfo.InvariantCulture)}–{Maximum.ToString(format, CultureInfo.InvariantCulture)})");
}
