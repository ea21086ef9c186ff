using System.Globalization;

namespace Vmaf.Engine.Reports;

/// <summary>Colours and dashes of lines that stand for results. Sixteen lines differ from each other in one or both.</summary>
internal static class SeriesStyle
{
    private const int ColorCount = 8;
    private const int LinesWithEqualDashes = 4;
    private const int DashCount = 4;

    /// <summary>Classes of a page's style sheet.</summary>
    /// <param name="index">Number of the result.</param>
    public static string PageClass(int index) => string.Create(CultureInfo.InvariantCulture, $"series-{index % ColorCount} dashes-{Dashes(index)}");

    /// <summary>Classes of a drawing's style sheet.</summary>
    /// <param name="index">Number of the result.</param>
    public static string DrawingClass(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index % ColorCount} d{Dashes(index)}");

    private static int Dashes(int index) => index / LinesWithEqualDashes % DashCount;
}
