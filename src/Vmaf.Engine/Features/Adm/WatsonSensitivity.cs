namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Contrast sensitivity to luma detail as the inverse of the just invisible quantisation step of the 9/7 wavelet: A. B. Watson,
/// G. Y. Yang, J. A. Solomon, J. Villasenor, "Visibility of wavelet quantization noise", IEEE Transactions on Image Processing, 1997,
/// formulas 1 and 9, table IV for luma.
/// </summary>
internal static class WatsonSensitivity
{
    private const float LeastThreshold = 0.495f;
    private const float Curvature = 0.466f;
    private const float PeakFrequency = 0.401f;
    private const float DiagonalShift = 0.534f;

    private static readonly float[] StraightAmplitudes = [0.67234f, 0.41317f, 0.22727f, 0.11792f];
    private static readonly float[] DiagonalAmplitudes = [0.72709f, 0.49428f, 0.28688f, 0.15214f];

    /// <summary>Sensitivity to horizontal or vertical detail of a scale.</summary>
    public static float Straight(ViewingCondition condition, int scale) => Inverse(condition, scale, 1f, StraightAmplitudes[scale]);

    /// <summary>Sensitivity to diagonal detail of a scale.</summary>
    public static float Diagonal(ViewingCondition condition, int scale) => Inverse(condition, scale, DiagonalShift, DiagonalAmplitudes[scale]);

    private static float Inverse(ViewingCondition condition, int scale, float orientationShift, float amplitude)
    {
        float octaves = (float)Math.Log10((2 << scale) * (double)PeakFrequency * orientationShift / condition.PixelsPerDegree);
        float step = (float)(2.0 * LeastThreshold * Math.Pow(10.0, Curvature * octaves * octaves) / amplitude);
        return 1f / step;
    }
}
