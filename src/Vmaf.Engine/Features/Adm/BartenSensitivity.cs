namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Barten's contrast sensitivity at a luminance of 100 cd/m², with the parameters fitted for HDR-VDP (libvmaf, barten_csf_tools.h):
/// neural sensitivity × the eye's modulation transfer × the drop of rod and cone sensitivity in the dark.
/// </summary>
internal static class BartenSensitivity
{
    private const double Luminance = 100.0;

    /// <summary>Luminances in cd/m² between which the neural parameters are interpolated, on a logarithmic scale.</summary>
    private const float LowerLuminance = 20f;
    private const float UpperLuminance = 150f;

    private static readonly float[] LowerNeural = [0.334278f, 3.79542f, 1.07327f, 6.4635f];
    private static readonly float[] UpperNeural = [0.394533f, 2.7755f, 1.16577f, 7.45665f];

    private static readonly float[] TransferWeights = [0.424838596301290f, 0.572435103936480f, 0.000167576239164937f, 0.00255872352306433f];
    private static readonly float[] TransferDecays = [0.028f, 0.37f, 37f, 360f];

    /// <summary>Sensitivity at the centre frequency of a scale.</summary>
    /// <param name="condition">From where the display is seen.</param>
    /// <param name="scale">0, the finest, to 3.</param>
    /// <param name="factor">Factor on the result.</param>
    public static float At(ViewingCondition condition, int scale, double factor)
    {
        float frequency = (float)(condition.PixelsPerDegree / (double)(2 << scale));
        return (float)(Neural(frequency) * Transfer(frequency) * RodAndCone() * factor);
    }

    private static float Neural(float frequency)
    {
        float low = (float)((double)(1f) + Math.Pow(Parameter(0) * frequency, Parameter(1)));
        float bandLimit = (float)(1.0 / Math.Pow(1 - Math.Exp(-Math.Pow(frequency / 7, 2)), Parameter(2)));
        return (float)(Parameter(3) / Math.Pow(low * bandLimit, 0.5));
    }

    private static float Parameter(int index)
    {
        float left = (float)Math.Log10(LowerLuminance);
        float right = (float)Math.Log10(UpperLuminance);
        float sample = (float)Math.Log10(Luminance);
        float slope = (UpperNeural[index] - LowerNeural[index]) / (right - left);
        return LowerNeural[index] + (slope * (sample - left));
    }

    private static float Transfer(float frequency)
    {
        float transfer = 0;
        for (int term = 0; term < TransferWeights.Length; term++)
        {
            transfer = (float)(transfer + (TransferWeights[term] * Math.Exp(-TransferDecays[term] * frequency)));
        }

        return transfer;
    }

    private static float RodAndCone()
    {
        const float Peak = 30.162f;
        const float Drop = 4.0627f;
        const float TransitionSlope = 1.6596f;
        const float LowSlope = 0.2712f;
        return (float)(Peak * Math.Pow(Math.Pow(Drop / (float)Luminance, TransitionSlope) + 1, -LowSlope));
    }
}
