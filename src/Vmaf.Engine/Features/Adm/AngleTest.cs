namespace Vmaf.Engine.Features.Adm;

/// <summary>Whether the straight detail of both pictures points the same way, to within a degree.</summary>
internal static class AngleTest
{
    /// <summary>Square of the cosine of one degree, in float.</summary>
    public const float SquaredCosine = 0.9996954135095479f;

    /// <summary>
    /// Tests one sample: the angle between two vectors is small where (o·t)² ≥ cos² · |o|² · |t|² and o·t is not negative. The exact
    /// sums are rounded to float, then compared in double.
    /// </summary>
    /// <param name="oh">Horizontal detail of the reference.</param>
    /// <param name="ov">Vertical detail of the reference.</param>
    /// <param name="th">Horizontal detail of the distorted picture.</param>
    /// <param name="tv">Vertical detail of the distorted picture.</param>
    public static bool IsAligned(long oh, long ov, long th, long tv)
    {
        double product = (float)((oh * th) + (ov * tv));
        float reference = (float)((oh * oh) + (ov * ov));
        float distorted = (float)((th * th) + (tv * tv));
        return product >= 0 && product * product >= (double)SquaredCosine * reference * distorted;
    }
}
