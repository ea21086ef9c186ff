namespace Vmaf.Engine.Features.Adm;

/// <summary>What masking has in common at all scales, in plain C#. Sums of 32 bits wrap, as they do in the reference.</summary>
internal static unsafe class ScalarMasking
{
    /// <summary>Sums over each sample and its two neighbours.</summary>
    public static void SumNeighbours(int* strength, int count, int* sums)
    {
        for (int x = 0; x < count; x++)
        {
            sums[x] = strength[x - 1] + strength[x] + strength[x + 1];
        }
    }

    /// <summary>The masking threshold of a sample.</summary>
    public static int Threshold(ThresholdRows rows, int x) => rows.Above[x] + rows.Middle[x] + rows.Below[x] + rows.Centre[x];

    /// <summary>The cube of what exceeds the threshold.</summary>
    /// <param name="contrast">The contrast, with its sign.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="squareShift">Bits that the square loses; what is left is cut to 32 bits.</param>
    /// <param name="cubeShift">Bits that the cube loses.</param>
    public static long VisibleCube(int contrast, int threshold, int squareShift, int cubeShift)
    {
        int magnitude = contrast < 0 ? -contrast : contrast;
        long excess = Math.Max(magnitude - threshold, 0);
        int square = (int)(((excess * excess) + (1L << (squareShift - 1))) >> squareShift);
        long half = cubeShift > 0 ? 1L << (cubeShift - 1) : 0;
        return ((square * excess) + half) >> cubeShift;
    }
}
