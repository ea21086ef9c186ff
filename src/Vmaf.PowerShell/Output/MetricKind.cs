namespace Vmaf.PowerShell.Output;

/// <summary>What a metric of a result is.</summary>
public enum MetricKind
{
    /// <summary>A feature that was measured.</summary>
    Feature,

    /// <summary>A metric that was asked for by name and takes no model, such as PSNR.</summary>
    NamedMetric,

    /// <summary>A score of a model.</summary>
    Score,
}
