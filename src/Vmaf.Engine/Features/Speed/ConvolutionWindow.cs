namespace Vmaf.Engine.Features.Speed;

/// <summary>A window for scaling by convolution: which samples around a place count, and how much.</summary>
/// <param name="First">The first sample, relative to the one before or at the place.</param>
/// <param name="Length">Number of samples.</param>
/// <param name="IsNormalised">Whether the sum is divided by the weights' sum.</param>
/// <param name="Weight">Weight of a sample at a distance.</param>
internal sealed record ConvolutionWindow(int First, int Length, bool IsNormalised, Func<float, float> Weight)
{
    /// <summary>Cubic convolution.</summary>
    public static ConvolutionWindow Bicubic { get; } = new(-1, 4, IsNormalised: false, Cubic);

    /// <summary>Lanczos's window of four lobes.</summary>
    public static ConvolutionWindow Lanczos4 { get; } = new(-LobeCount, (2 * LobeCount) + 1, IsNormalised: true, Lanczos);

    private const int LobeCount = 4;

    /// <summary>The weights for a place.</summary>
    /// <param name="share">Distance of the place from the sample before or at it, 0 to 1.</param>
    public float[] WeightsAt(float share) => [.. Enumerable.Range(First, Length).Select(sample => Weight(sample - share))];

    private static float Cubic(float distance)
    {
        const float A = -0.75f;
        float t = MathF.Abs(distance);
        return t < 1 ? ((((A + 2) * t) - (A + 3)) * t * t) + 1
            : t < 2 ? ((((t - 5) * t) + 8) * t - 4) * A
            : 0;
    }

    private static float Lanczos(float distance)
    {
        if (distance == 0)
        {
            return 1;
        }

        if (MathF.Abs(distance) >= LobeCount)
        {
            return 0;
        }

        double angle = Math.PI * distance;
        return (float)(LobeCount * Math.Sin(angle) * Math.Sin(angle / LobeCount) / (Math.PI * Math.PI * distance * distance));
    }
}
