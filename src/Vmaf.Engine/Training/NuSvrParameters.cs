using Vmaf.Engine.Models;

namespace Vmaf.Engine.Training;

/// <summary>Parameters of nu support vector regression; the defaults are libsvm's.</summary>
/// <param name="Kernel">The kernel. (libsvm's default γ is one over the number of features.)</param>
public sealed record NuSvrParameters(KernelParameters Kernel)
{
    /// <summary>Cost C, positive: the bound of each coefficient.</summary>
    public double Cost { get; init; } = 1;

    /// <summary>ν, above 0 and at most 1: lower bound of the share of support vectors, upper bound of the share of errors.</summary>
    public double Nu { get; init; } = 0.5;

    /// <summary>The largest violation of the optimality conditions that is let be; positive.</summary>
    public double Tolerance { get; init; } = 0.001;

    /// <summary>Memory for kernel rows, in MiB, at least 1.</summary>
    public int CacheSizeMebibytes { get; init; } = 200;
}
