namespace Vmaf.Engine.Reports.Plots;

/// <summary>Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class AxisTicks
{
    /// <summary>The distance of neighbouring ticks.</summary>
    /// <param name="span">Length of the axis, above 0.</param>
    /// <param name="most">About the most ticks that there is room for, at least 1.</param>
    public static double Step(double span, int most)
    {
        double raw = span / most;
        double power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (int factor in (ReadOnlySpan<int>)[1, 2, 5])
        {
            if (factor * power >= raw * 0.999999)
            {
                return factor * power;
            }
        }

        return 10 * power;
    }

    /// <summary>The ticks between two ends, which may be ticks themselves.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="step">Their distance.</param>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        for (double index = Math.Ceiling((low / step) - 1e-9); index * step <= high + (step * 1e-9); index++)
        {
            // Zero has no sign here.
            yield return (index * step) + 0.0;
        }
    }

    /// <summary>Ends moved outwards to ticks.</summary>
    /// <param name="low">Least value.</param>
    /// <param name="high">Largest value.</param>
    /// <param name="leastSpan">The ends are at least so far apart, above 0.</param>
    public static (double Low, double High) Widen(double low, double high, double leastSpan)
    {
        double middle = (low + high) / 2;
        double half = Math.Max(high - low, leastSpan) / 2;
        double step = Step(2 * half, 5);
        return (Math.Floor((middle - half) / step) * step, Math.Ceiling((middle + half) / step) * step);
    }
}
