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
    /// <param name="product">o·t.</param>
    /// <param name="reference">|o|².</param>
    /// <param name="distorted">|t|².</param>
    public static bool IsAligned(long product, long reference, long distorted)
    {
        double rounded = (float)product;
        return rounded >= 0 && rounded * rounded >= (double)SquaredCosine * (float)reference * (float)distorted;
    }
}
