namespace Vmaf.Engine.Comparison;

/// <summary>The polynomial of third degree that is nearest to points by least squares.</summary>
internal sealed class CubicCurve : ICurve
{
    /// <summary>Number of coefficients.</summary>
    public const int CoefficientCount = 4;

    private readonly double _center;
    private readonly double _halfWidth;
    private readonly double[] _coefficients;

    /// <summary>Fits the polynomial.</summary>
    /// <param name="x">Positions, all different; at least four.</param>
    /// <param name="y">Values there.</param>
    public CubicCurve(double[] x, double[] y)
    {
        // Positions from -1 to 1 keep the equations well-conditioned.
        _center = (x.Min() + x.Max()) / 2;
        _halfWidth = (x.Max() - x.Min()) / 2;
        _coefficients = Solve([.. x.Select(Scaled)], y);
    }

    /// <inheritdoc/>
    public double Integrate(double from, double to) => _halfWidth * (Primitive(Scaled(to)) - Primitive(Scaled(from)));

    private double Scaled(double position) => (position - _center) / _halfWidth;

    private double Primitive(double t)
    {
        double sum = 0;
        for (int power = CoefficientCount; power >= 1; power--)
        {
            sum = (sum + (_coefficients[power - 1] / power)) * t;
        }

        return sum;
    }

    /// <summary>The normal equations, by elimination with pivots.</summary>
    private static double[] Solve(double[] t, double[] y)
    {
        double[][] rows = new double[CoefficientCount][];
        for (int row = 0; row < CoefficientCount; row++)
        {
            rows[row] = new double[CoefficientCount + 1];
            for (int point = 0; point < t.Length; point++)
            {
                double weight = Math.Pow(t[point], row);
                for (int column = 0; column < CoefficientCount; column++)
                {
                    rows[row][column] += weight * Math.Pow(t[point], column);
                }

                rows[row][CoefficientCount] += weight * y[point];
            }
        }

        for (int column = 0; column < CoefficientCount; column++)
        {
            int pivot = Enumerable.Range(column, CoefficientCount - column).MaxBy(row => Math.Abs(rows[row][column]));
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            foreach (int row in Enumerable.Range(0, CoefficientCount).Where(row => row != column))
            {
                double factor = rows[row][column] / rows[column][column];
                for (int entry = column; entry <= CoefficientCount; entry++)
                {
                    rows[row][entry] -= factor * rows[column][entry];
                }
            }
        }

        return [.. rows.Select((row, index) => row[CoefficientCount] / row[index])];
    }
}
