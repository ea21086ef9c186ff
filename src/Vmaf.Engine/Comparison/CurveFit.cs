namespace Vmaf.Engine.Comparison;

/// <summary>How a curve is laid through the points of a codec.</summary>
public enum CurveFit
{
    /// <summary>
    /// Piecewise cubic Hermite interpolation that keeps the order of the points (F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5,
    /// 1984): never overshoots. What current practice recommends.
    /// </summary>
    Pchip,

    /// <summary>One polynomial of third degree for all points, least squares, as in VCEG-M33 (G. Bjøntegaard, 2001).</summary>
    Cubic,
}
