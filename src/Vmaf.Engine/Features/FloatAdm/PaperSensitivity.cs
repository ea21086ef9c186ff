using Vmaf.Engine.Features.Adm;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>The contrast sensitivity of the paper on detail loss (Li, Zhang, Ma, Ngan, 2011).</summary>
internal static class PaperSensitivity
{
    // The eye sees diagonals less well: as if they were finer.
    private const double ObliqueFactor = 0.7;

    /// <summary>Sensitivity to horizontal or vertical detail of a scale.</summary>
    public static float Straight(ViewingCondition condition, int scale) => At(Frequency(condition, scale));

    /// <summary>Sensitivity to diagonal detail of a scale.</summary>
    public static float Diagonal(ViewingCondition condition, int scale) => At((float)(Frequency(condition, scale) / ObliqueFactor));

    private static float Frequency(ViewingCondition condition, int scale) => condition.PixelsPerDegree / (2 << scale);

    private static float At(float cyclesPerDegree) => (float)((0.31 + (0.69 * cyclesPerDegree)) * Math.Exp(-0.29 * cyclesPerDegree));
}
