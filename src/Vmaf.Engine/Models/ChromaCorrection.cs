namespace Vmaf.Engine.Models;

/// <summary>
/// Where the SpEED chroma feature is exactly 0 (no chroma to speak of), v1 models take it from the luma feature ADM instead:
/// p − p · adm3.
/// </summary>
/// <param name="Parameter">p, between 0 and 200.</param>
/// <param name="GuidingFeature">Index of the ADM feature.</param>
/// <param name="GuidedFeature">Index of the SpEED chroma feature.</param>
public sealed record ChromaCorrection(double Parameter, int GuidingFeature, int GuidedFeature);
