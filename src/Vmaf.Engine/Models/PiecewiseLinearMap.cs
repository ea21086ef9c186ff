namespace Vmaf.Engine.Models;

/// <summary>
/// A non-decreasing line through knots, its first and last segment going on beyond the knots. The arithmetic of each segment is that
/// of libvmaf's predict.c.
/// </summary>
public sealed class PiecewiseLinearMap
{
    private readonly (double X, double Y)[] _knots;

    /// <summary>Creates a map.</summary>
    /// <param name="knots">At least two points, x increasing, y not decreasing.</param>
    /// <exception cref="ArgumentException">The points are fewer or in another order.</exception>
    public PiecewiseLinearMap(IReadOnlyList<(double X, double Y)> knots)
    {
        if (!AreValid(knots))
        {
            throw new ArgumentException("Knots are two or more points with increasing x and non-decreasing y.", nameof(knots));
        }

        _knots = [.. knots];
    }

    /// <summary>The knots.</summary>
    public IReadOnlyList<(double X, double Y)> Knots => _knots;

    /// <summary>Whether points can be knots: two or more, x increasing, y not decreasing.</summary>
    /// <param name="points">The points.</param>
    public static bool AreValid(IReadOnlyList<(double X, double Y)> points) =>
        points.Count >= 2 && Enumerable.Range(1, points.Count - 1)
            .All(index => points[index - 1].X < points[index].X && points[index - 1].Y <= points[index].Y);

    /// <summary>The map's value.</summary>
    /// <param name="x">Any number.</param>
    public double Apply(double x)
    {
        int segment = 0;
        while (segment < _knots.Length - 2 && _knots[segment + 1].X <= x)
        {
            segment++;
        }

        (double leftX, double leftY) = _knots[segment];
        (double rightX, double rightY) = _knots[segment + 1];
        if (leftY == rightY)
        {
            return leftY;
        }

        if (leftX == 0)
        {
            return ((rightY - leftY) / rightX * x) + leftY;
        }

        double slope = (rightY - leftY) / (rightX - leftX);
        return (slope * x) + (leftY - (leftX * slope));
    }
}
