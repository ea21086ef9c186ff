namespace Vmaf.Engine.Scoring;

/// <summary>
/// One metric pooled over all frames that were scored. A statistic that a non-finite value makes undefined is
/// <see langword="null"/>, as libvmaf's logs have it.
/// </summary>
public sealed record PooledScore
{
    /// <summary>Number of values pooled.</summary>
    public required int FrameCount { get; init; }

    /// <summary>Arithmetic mean.</summary>
    public required double? Mean { get; init; }

    /// <summary>1 / mean(1 / (x + 1)) − 1: the shift by one keeps zeros from deciding alone.</summary>
    public required double? HarmonicMean { get; init; }

    /// <summary>Least value.</summary>
    public required double? Min { get; init; }

    /// <summary>Largest value.</summary>
    public required double? Max { get; init; }

    /// <summary>Median; between the two middle values for an even number.</summary>
    public required double? Median { get; init; }

    /// <summary>Standard deviation of the population (divided by n).</summary>
    public required double? StandardDeviation { get; init; }

    /// <summary>1st percentile, linear between neighbours at (n − 1) · 0.01; so are the others.</summary>
    public required double? P1 { get; init; }

    /// <summary>5th percentile.</summary>
    public required double? P5 { get; init; }

    /// <summary>10th percentile.</summary>
    public required double? P10 { get; init; }

    /// <summary>20th percentile.</summary>
    public required double? P20 { get; init; }

    /// <summary>Pools values.</summary>
    /// <param name="values">One value a frame; may hold NaN and infinities.</param>
    public static PooledScore FromValues(ReadOnlySpan<double> values)
    {
        int count = values.Length;
        double sum = 0;
        double reciprocals = 0;
        double min = double.NaN;
        double max = double.NaN;
        for (int i = 0; i < count; i++)
        {
            double value = values[i];
            sum += value;
            reciprocals += 1 / (value + 1);
            min = i == 0 || value < min ? value : min;
            max = i == 0 || value > max ? value : max;
        }

        double mean = sum / count;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return new PooledScore
        {
            FrameCount = count,
            Mean = MetricDictionary.FiniteOrNull(mean),
            HarmonicMean = MetricDictionary.FiniteOrNull((count / reciprocals) - 1),
            Min = MetricDictionary.FiniteOrNull(min),
            Max = MetricDictionary.FiniteOrNull(max),
            Median = Percentile(sorted, 0.5),
            StandardDeviation = MetricDictionary.FiniteOrNull(Math.Sqrt(squares / count)),
            P1 = Percentile(sorted, 0.01),
            P5 = Percentile(sorted, 0.05),
            P10 = Percentile(sorted, 0.1),
            P20 = Percentile(sorted, 0.2),
        };
    }

    /// <summary>A percentile of values, linear between neighbours at (n − 1) · percent / 100.</summary>
    /// <param name="values">The values, in any order; may hold NaN and infinities.</param>
    /// <param name="percent">Share of the values that are no larger, 0 to 100.</param>
    /// <returns><see langword="null"/> where there are no values, or one is NaN.</returns>
    public static double? PercentileOf(IEnumerable<double> values, double percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return Percentile([.. values.Order()], percent / 100);
    }

    /// <summary>NaN sorts first, so one is seen at the start.</summary>
    private static double? Percentile(double[] sorted, double fraction)
    {
        if (sorted.Length == 0 || double.IsNaN(sorted[0]))
        {
            return null;
        }

        double position = (sorted.Length - 1) * fraction;
        int below = (int)position;
        int above = Math.Min(below + 1, sorted.Length - 1);
        double weight = position - below;
        return MetricDictionary.FiniteOrNull(weight == 0 ? sorted[below] : sorted[below] + ((sorted[above] - sorted[below]) * weight));
    }
}
