namespace Vmaf.Engine.Models;

/// <summary>What a model file holds.</summary>
public enum ModelKind
{
    /// <summary>One support vector regressor.</summary>
    SupportVectorRegression,

    /// <summary>A main regressor and members trained on resampled data, which give a confidence interval.</summary>
    Bootstrap,

    /// <summary>A main regressor and members trained on resampled residues, which give a confidence interval.</summary>
    ResidueBootstrap,
}
