namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>Pooled detail of a scale.</summary>
/// <param name="Kept">Detail of the reference that the distorted picture keeps, above the masking threshold.</param>
/// <param name="Available">Detail of the reference.</param>
/// <param name="Added">Detail that the distorted picture adds, above the masking threshold.</param>
internal readonly record struct AdmSums(float Kept, float Available, float Added);
