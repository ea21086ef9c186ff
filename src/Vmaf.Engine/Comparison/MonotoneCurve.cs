namespace Vmaf.Engine.Comparison;

/// <summary>Piecewise cubic Hermite interpolation with the slopes of Fritsch and Butland, which keeps the order of the points.</summary>
internal sealed class MonotoneCurve : ICurve
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _slopes;

    /// <summary>Lays the curve.</summary>
    /// <param name="x">Positions, each larger than the one before; at least two.</param>
    /// <param name="y">Values there.</param>
    public MonotoneCurve(double[] x, double[] y)
    {
        _x = x;
        _y = y;
        _slopes = Slopes(x, y);
    }

    /// <inheritdoc/>
    public double Integrate(double from, double to)
    {
        double sum = 0;
        for (int piece = 0; piece < _x.Length - 1; piece++)
        {
            double start = Math.Max(from, _x[piece]);
            double end = Math.Min(to, _x[piece + 1]);
            if (end > start)
            {
                sum += Primitive(piece, end) - Primitive(piece, start);
            }
        }

        return sum;
    }

    /// <summary>Integral of a piece from its start: in t = (x − start) / length, the Hermite polynomials integrated term by term.</summary>
    private double Primitive(int piece, double position)
    {
        double length = _x[piece + 1] - _x[piece];
        double t = (position - _x[piece]) / length;
        double t2 = t * t;
        double t3 = t2 * t;
        double t4 = t3 * t;
        double startValue = (t4 / 2) - t3 + t;
        double startSlope = (t4 / 4) - (2 * t3 / 3) + (t2 / 2);
        double endValue = t3 - (t4 / 2);
        double endSlope = (t4 / 4) - (t3 / 3);
        return length
            * ((startValue * _y[piece]) + (endValue * _y[piece + 1])
                + (length * ((startSlope * _slopes[piece]) + (endSlope * _slopes[piece + 1]))));
    }

    private static double[] Slopes(double[] x, double[] y)
    {
        int count = x.Length;
        double[] lengths = [.. Enumerable.Range(0, count - 1).Select(i => x[i + 1] - x[i])];
        double[] secants = [.. Enumerable.Range(0, count - 1).Select(i => (y[i + 1] - y[i]) / lengths[i])];
        if (count == 2)
        {
            return [secants[0], secants[0]];
        }

        double[] slopes = new double[count];
        for (int i = 1; i < count - 1; i++)
        {
            double before = secants[i - 1];
            double after = secants[i];
            if (before * after > 0)
            {
                // The weighted harmonic mean of both secants.
                double first = (2 * lengths[i]) + lengths[i - 1];
                double second = lengths[i] + (2 * lengths[i - 1]);
                slopes[i] = (first + second) / ((first / before) + (second / after));
            }
        }

        slopes[0] = EndSlope(lengths[0], lengths[1], secants[0], secants[1]);
        slopes[^1] = EndSlope(lengths[^1], lengths[^2], secants[^1], secants[^2]);
        return slopes;
    }

    /// <summary>The three-point formula, limited so that the curve does not turn at its end.</summary>
    private static double EndSlope(double length, double nextLength, double secant, double nextSecant)
    {
        double slope = ((((2 * length) + nextLength) * secant) - (length * nextSecant)) / (length + nextLength);
        if (slope * secant <= 0)
        {
            return 0;
        }

        return secant * nextSecant < 0 && Math.Abs(slope) > 3 * Math.Abs(secant) ? 3 * secant : slope;
    }
}
