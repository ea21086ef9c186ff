namespace Vmaf.Engine.Features.Speed;

/// <summary>Which variances weight the entropies of a block: libvmaf's <c>speed_weight_var_mode</c>.</summary>
internal enum VarianceWeighting
{
    /// <summary>Each picture's own.</summary>
    Own,

    /// <summary>The reference's for both.</summary>
    Reference,

    /// <summary>The distorted picture's for both.</summary>
    Distorted,

    /// <summary>The mean for both.</summary>
    Mean,

    /// <summary>The reference's own; the mean for the distorted picture.</summary>
    MeanForDistorted,

    /// <summary>The reference's own; three quarters of it and a quarter of the other's for the distorted picture.</summary>
    MostlyReferenceForDistorted,

    /// <summary>The reference's own; a quarter of it and three quarters of the other's for the distorted picture.</summary>
    MostlyDistortedForDistorted,
}
