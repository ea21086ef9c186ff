namespace Vmaf.Engine.Metrics;

/// <summary>How a metric makes a score of its model or models.</summary>
public enum MetricModelUse
{
    /// <summary>It takes no model.</summary>
    None,

    /// <summary>The model's score, transform as the model file says.</summary>
    Plain,

    /// <summary>The model's score with its transform on.</summary>
    Transformed,

    /// <summary>The mean of several models' scores.</summary>
    Ensemble,

    /// <summary>The score of a bootstrap model's main regressor, and what its members say.</summary>
    Bootstrap,

    /// <summary>The mean of a bootstrap model's members.</summary>
    Bagging,

    /// <summary>The bare libsvm text of the first VMAF.</summary>
    Legacy,

    /// <summary>A NIQE model, which scores whole videos.</summary>
    Niqe,
}
