using System.Globalization;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>A feature or a score pooled over all frames that were scored, flat enough for a table.</summary>
public class PooledMetric
{
    /// <summary>Creates the row.</summary>
    /// <param name="name">Name as in logs.</param>
    /// <param name="pooled">The pooled values, or <see langword="null"/> where some frame has none.</param>
    internal PooledMetric(string name, PooledScore? pooled)
    {
        Name = name;
        Mean = pooled?.Mean;
        HarmonicMean = pooled?.HarmonicMean;
        Min = pooled?.Min;
        Max = pooled?.Max;
        Median = pooled?.Median;
        StandardDeviation = pooled?.StandardDeviation;
        P1 = pooled?.P1;
        P5 = pooled?.P5;
        P10 = pooled?.P10;
        P20 = pooled?.P20;
    }

    /// <summary>Name as in logs, for example <c>integer_adm2</c>.</summary>
    public string Name { get; }

    /// <summary>Arithmetic mean.</summary>
    public double? Mean { get; }

    /// <summary>Harmonic mean, of values shifted by one.</summary>
    public double? HarmonicMean { get; }

    /// <summary>Least value.</summary>
    public double? Min { get; }

    /// <summary>Largest value.</summary>
    public double? Max { get; }

    /// <summary>Median.</summary>
    public double? Median { get; }

    /// <summary>Standard deviation.</summary>
    public double? StandardDeviation { get; }

    /// <summary>1st percentile.</summary>
    public double? P1 { get; }

    /// <summary>5th percentile.</summary>
    public double? P5 { get; }

    /// <summary>10th percentile.</summary>
    public double? P10 { get; }

    /// <summary>20th percentile.</summary>
    public double? P20 { get; }

    /// <summary>Name and mean, for where there is no room for more.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Mean:0.######}");
}
