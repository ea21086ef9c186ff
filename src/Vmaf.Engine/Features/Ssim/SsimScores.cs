namespace Vmaf.Engine.Features.Ssim;

/// <summary>Means over a picture, rounded to single precision as libvmaf does.</summary>
/// <param name="Similarity">Structural similarity, the mean of the product of the three terms.</param>
/// <param name="Luminance">Agreement of the local means.</param>
/// <param name="Contrast">Agreement of the local standard deviations.</param>
/// <param name="Structure">Local correlation.</param>
internal readonly record struct SsimScores(float Similarity, float Luminance, float Contrast, float Structure);
