namespace Vmaf.Engine.Models;

/// <summary>A kernel and the constants in it.</summary>
/// <param name="Function">The kernel.</param>
/// <param name="Gamma">γ, not negative; unused by the linear kernel.</param>
/// <param name="ConstantTerm">c₀ of the polynomial and sigmoid kernels.</param>
/// <param name="Degree">Degree of the polynomial kernel, not negative.</param>
public readonly record struct KernelParameters(KernelFunction Function, double Gamma, double ConstantTerm = 0, int Degree = 3);
