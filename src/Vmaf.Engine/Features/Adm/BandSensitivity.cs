namespace Vmaf.Engine.Features.Adm;

/// <summary>Contrast sensitivity of one scale: as numbers, and as the fixed-point factors that the kernels use.</summary>
/// <param name="Straight">Sensitivity to horizontal and to vertical detail.</param>
/// <param name="Diagonal">Sensitivity to diagonal detail.</param>
/// <param name="StraightFactor"><paramref name="Straight"/> in units of 2⁻²¹ (16 bits) at scale 0, of 2⁻³² later.</param>
/// <param name="DiagonalFactor"><paramref name="Diagonal"/> in units of 2⁻²³ (16 bits) at scale 0, of 2⁻³² later.</param>
internal sealed record BandSensitivity(float Straight, float Diagonal, uint StraightFactor, uint DiagonalFactor)
{
    /// <summary>Works out the sensitivity of a scale.</summary>
    /// <param name="mode">The model.</param>
    /// <param name="condition">From where the display is seen.</param>
    /// <param name="scale">0, the finest, to 3.</param>
    /// <param name="straightScale">Factor on straight sensitivity, Barten's model only.</param>
    /// <param name="diagonalScale">Factor on diagonal sensitivity, Barten's model only.</param>
    public static BandSensitivity Create(
        ContrastSensitivityMode mode, ViewingCondition condition, int scale, double straightScale, double diagonalScale)
    {
        (float straight, float diagonal) = mode switch
        {
            ContrastSensitivityMode.Barten =>
                (BartenSensitivity.At(condition, scale, straightScale), BartenSensitivity.At(condition, scale, diagonalScale)),
            ContrastSensitivityMode.Watson =>
                (WatsonSensitivity.Straight(condition, scale), WatsonSensitivity.Diagonal(condition, scale)),
            _ => BlendedSensitivity.At(mode, condition, scale),
        };

        if (scale > 0)
        {
            return new BandSensitivity(straight, diagonal, Fixed(straight, 32), Fixed(diagonal, 32));
        }

        // libvmaf has the rounded factors of its default model as constants; everything else is truncated.
        return mode == ContrastSensitivityMode.Watson && condition.IsStandard
            ? new BandSensitivity(straight, diagonal, 36453, 49417)
            : new BandSensitivity(straight, diagonal, (ushort)Fixed(straight, 21), (ushort)Fixed(diagonal, 23));
    }

    private static uint Fixed(float value, int fractionBits) => unchecked((uint)(long)Math.ScaleB(value, fractionBits));
}
