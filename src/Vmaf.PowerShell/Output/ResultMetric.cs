using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>A metric of a result, pooled.</summary>
public sealed class ResultMetric : PooledMetric
{
    /// <summary>Creates the row.</summary>
    /// <param name="name">Name as in logs.</param>
    /// <param name="pooled">The pooled values, or <see langword="null"/> where some frame has none.</param>
    /// <param name="kind">What it is.</param>
    internal ResultMetric(string name, PooledScore? pooled, MetricKind kind)
        : base(name, pooled) => Kind = kind.ToString();

    /// <summary>
    /// Whether it is a feature, a metric asked for by name, or a model's score: one of the names of <see cref="MetricKind"/>, as text because
    /// JSON would have a number.
    /// </summary>
    public string Kind { get; }
}
