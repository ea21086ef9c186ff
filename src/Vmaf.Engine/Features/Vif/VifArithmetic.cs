namespace Vmaf.Engine.Features.Vif;

/// <summary>Constants and rounding rules that the kernels of all tiers share (libvmaf, integer_vif.c).</summary>
internal static class VifArithmetic
{
    /// <summary>Number of scales; each has half the width and height of the one before, rounded down.</summary>
    public const int ScaleCount = 4;

    /// <summary>Bits of the samples of all scales but the first.</summary>
    public const int InnerBitDepth = 16;

    /// <summary>Variance of the noise of the visual system: 2, with 16 fraction bits.</summary>
    public const int NoiseVariance = 2 << 16;

    /// <summary>2048 · log2 of <see cref="NoiseVariance"/>.</summary>
    public const int NoiseVarianceLog = 17 * VifLog.StepsPerOctave;

    /// <summary>Added to the reference variance before dividing by it: 1e-10, with 16 fraction bits.</summary>
    public const double VarianceEpsilon = 65536 * 1.0e-10;

    /// <summary>
    /// Least width and height: at the last scale, an eighth of it, the sample that the edge mirrors is the second one.
    /// </summary>
    public const int MinimumSize = 16;

    /// <summary>Bits that the vertical filter drops from the squares, to leave what 8-bit samples would give.</summary>
    /// <param name="bitDepth">Bits per sample.</param>
    public static int SquareShift(int bitDepth) => 2 * (bitDepth - 8);

    /// <summary>The position that stands in for one outside the picture: mirrored, without repeating the edge.</summary>
    /// <param name="position">Any position.</param>
    /// <param name="count">Number of positions, at least 2.</param>
    public static int Mirror(int position, int count)
    {
        while ((uint)position >= (uint)count)
        {
            position = position < 0 ? -position : (2 * (count - 1)) - position;
        }

        return position;
    }
}
