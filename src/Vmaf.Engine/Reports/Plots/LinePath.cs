using System.Globalization;
using System.Text;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>
/// Draws a line through many values as an SVG path. Of the values that fall on one column of pixels only the least and the largest are kept, in their
/// order, so that the path is short however many values there are, and no peak is lost. A missing value leaves a gap.
/// </summary>
internal sealed class LinePath
{
    private readonly StringBuilder _path = new();
    private readonly List<(double X, double Y)> _column = [];
    private bool _isPenDown;

    /// <summary>Goes on to the next value.</summary>
    /// <param name="x">Position; does not shrink from one call to the next.</param>
    /// <param name="y">Position of the value, or NaN for a gap.</param>
    public void Add(double x, double y)
    {
        if (!double.IsFinite(y))
        {
            Flush();
            _isPenDown = false;
            return;
        }

        if (_column.Count > 0 && Math.Floor(_column[0].X) != Math.Floor(x))
        {
            Flush();
        }

        _column.Add((x, y));
    }

    /// <summary>The path; ends the line.</summary>
    public string Complete()
    {
        Flush();
        return _path.ToString();
    }

    private void Flush()
    {
        if (_column.Count > 0)
        {
            (double X, double Y) least = _column.MinBy(point => point.Y);
            (double X, double Y) largest = _column.MaxBy(point => point.Y);
            (double X, double Y) first = least.X <= largest.X ? least : largest;
            (double X, double Y) second = least.X <= largest.X ? largest : least;
            Append(first);
            if (first != second)
            {
                Append(second);
            }

            _column.Clear();
        }
    }

    private void Append((double X, double Y) point)
    {
        _path.Append(_isPenDown ? 'L' : 'M').Append(CultureInfo.InvariantCulture, $"{Math.Round(point.X, 2)} {Math.Round(point.Y, 2)}");
        _isPenDown = true;
    }
}
