namespace Vmaf.Engine.Features.PsnrHvs;

/// <summary>Memory for a set of blocks on its way through the transform, 64 registers each.</summary>
internal readonly unsafe struct BlockScratch(int* reference, int* distorted, int* transposed, float* errors)
{
    /// <summary>Reference: its samples, then its coefficients.</summary>
    public int* Reference { get; } = reference;

    /// <summary>Distorted picture: its samples, then its coefficients.</summary>
    public int* Distorted { get; } = distorted;

    /// <summary>What lies between the two passes of a transform.</summary>
    public int* Transposed { get; } = transposed;

    /// <summary>Visible errors.</summary>
    public float* Errors { get; } = errors;
}
