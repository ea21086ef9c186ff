using System.Globalization;
using Vmaf.Engine.Explanation;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>Horizontal bars of one figure of each feature.</summary>
/// <param name="Title">What the bars show.</param>
/// <param name="Style">Style class of the bars.</param>
/// <param name="ValueOf">The figure of a feature.</param>
/// <param name="Format">Number format.</param>
/// <param name="LeastMaximum">The axis goes at least so far.</param>
/// <param name="IsCut">Whether the axis ends there, and longer bars with it.</param>
internal sealed record BarChart(
    string Title, string Style, Func<FeatureEffect, double> ValueOf, string Format, double LeastMaximum = 0, bool IsCut = false)
{
    /// <summary>Width of a bar's column.</summary>
    public const double BarWidth = 92;

    /// <summary>Width of the column with the numbers.</summary>
    public const double NumberWidth = 50;

    /// <summary>The charts of a frame, from left to right.</summary>
    public static IReadOnlyList<BarChart> All { get; } =
    [
        new("Value", "value", feature => feature.Value, "0.000", LeastMaximum: 1, IsCut: true),
        new("Normalised", "normalised", feature => feature.NormalizedValue, "0.000", LeastMaximum: 1),
        new("Weight", "weight", feature => feature.Weight, "0.000"),
        new("Points lost", "points", feature => feature.Effect, "0.0", LeastMaximum: 1),
    ];

    /// <summary>Draws the chart.</summary>
    /// <param name="svg">Receives it.</param>
    /// <param name="features">The features, one a row.</param>
    /// <param name="left">Left side.</param>
    /// <param name="top">Top of the title.</param>
    /// <param name="rowHeight">Height of a row.</param>
    public void Draw(SvgWriter svg, IReadOnlyList<FeatureEffect> features, double left, double top, double rowHeight)
    {
        double[] values = [.. features.Select(ValueOf)];
        double minimum = Math.Min(0, values.Min());
        double maximum = IsCut ? LeastMaximum : Math.Max(LeastMaximum, values.Max());
        double scale = BarWidth / Math.Max(maximum - minimum, double.Epsilon);
        double zero = left - (minimum * scale);
        svg.Text(left, top + 12, "head", Title);
        double firstRow = top + rowHeight;
        for (int row = 0; row < values.Length; row++)
        {
            double end = left + ((Math.Clamp(values[row], minimum, maximum) - minimum) * scale);
            double y = firstRow + (row * rowHeight);
            svg.Rectangle(Math.Min(zero, end), y + 3, Math.Abs(end - zero), rowHeight - 6, Style);
            if (values[row] > maximum)
            {
                svg.Text(end - 3, y + (rowHeight / 2) + 4, "cut", "»");
            }

            svg.Text(
                left + BarWidth + NumberWidth - 6,
                y + (rowHeight / 2) + 4,
                "number",
                values[row].ToString(Format, CultureInfo.InvariantCulture).Replace('-', '−'));
        }

        svg.Line(zero, firstRow, zero, firstRow + (values.Length * rowHeight), "axis");
    }
}
