namespace Vmaf.Engine.Models;

/// <summary>The kernels k(x, s) of a support vector regressor, as libsvm has them.</summary>
public enum KernelFunction
{
    /// <summary>exp(−γ·|x − s|²).</summary>
    RadialBasis,

    /// <summary>x·s.</summary>
    Linear,

    /// <summary>(γ·x·s + c₀)^degree.</summary>
    Polynomial,

    /// <summary>tanh(γ·x·s + c₀).</summary>
    Sigmoid,
}
