namespace Vmaf.Engine.Features.Speed;

/// <summary>The taps of a Gaussian filter in single precision, with the sum 1 (libvmaf, vif_tools.c).</summary>
internal static class GaussianFilter
{
    private const int SmallestScaleShift = 4;
    private const int LeastLength = 3;

    /// <summary>Taps of the filter against aliasing when every 16th sample is kept.</summary>
    /// <param name="kernelScale">Factor on the filter's width.</param>
    public static float[] AntiAliasing(double kernelScale)
    {
        int length = Length(1, kernelScale);
        return Taps(length, (float)(Math.Sqrt(SmallestScaleShift) * length / 5));
    }

    /// <summary>Taps of the filter that finds local means of what is kept.</summary>
    /// <param name="kernelScale">Factor on the filter's width.</param>
    public static float[] LocalMean(double kernelScale)
    {
        int length = Length(SmallestScaleShift, kernelScale);
        return Taps(length, length / 5f);
    }

    private static int Length(int scale, double kernelScale)
    {
        int full = (1 << (SmallestScaleShift - scale)) + 1;
        return Math.Max((int)MathF.Ceiling(full * (float)kernelScale) | 1, LeastLength);
    }

    private static float[] Taps(int length, float deviation)
    {
        float[] taps = new float[length];
        float sum = 0;
        float height = (float)(1 / (deviation * Math.Sqrt(2 * Math.PI)));
        for (int index = 0; index < length; index++)
        {
            float distance = index - (length / 2);
            taps[index] = (float)Math.Exp(-0.5 * distance / deviation * distance / deviation) / height;
            sum += taps[index];
        }

        for (int index = 0; index < length; index++)
        {
            taps[index] /= sum;
        }

        return taps;
    }
}
