namespace Vmaf.Engine.Features.Adm;

/// <summary>From where a display is seen.</summary>
/// <param name="DistanceInHeights">Viewing distance in heights of the display.</param>
/// <param name="DisplayHeightInPixels">Height of the display.</param>
internal readonly record struct ViewingCondition(double DistanceInHeights, int DisplayHeightInPixels)
{
    /// <summary>Pixels in a degree of visual angle.</summary>
    public float PixelsPerDegree => (float)(DistanceInHeights * DisplayHeightInPixels * Math.PI / 180.0);

    /// <summary>Whether it has the visual angle of 1080 lines seen from three heights.</summary>
    public bool IsStandard => Math.Abs((DistanceInHeights * DisplayHeightInPixels) - (3.0 * 1080)) < 1.0e-8;
}
