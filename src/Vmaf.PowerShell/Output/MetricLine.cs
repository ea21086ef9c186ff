using System.Globalization;
using System.Management.Automation;

namespace Vmaf.PowerShell.Output;

/// <summary>A line of the table of results for a metric that is not a model's score, such as PSNR, as text.</summary>
/// <param name="Name">Name of the metric.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="HarmonicMean">Harmonic mean.</param>
/// <param name="P5">5th percentile.</param>
/// <param name="Min">Least value.</param>
public sealed record MetricLine(string Name, string Mean, string HarmonicMean, string P5, string Min)
{
    /// <summary>Extractors without a score have up to 54 features; these many lines tell what was measured.</summary>
    private const int MostLines = 5;

    /// <summary>Values under this have four decimals instead of two, such as SSIM.</summary>
    private const double LeastWithTwoDecimals = 10;

    /// <summary>
    /// The lines of a result beside those of its models: metrics asked for by name, or where the result has no score at all, its first
    /// features.
    /// </summary>
    /// <param name="row">A result.</param>
    public static IReadOnlyList<MetricLine> OfResult(PSObject row)
    {
        PSObject[] metrics = [.. BesideModels(row, out int mostLines)];
        IEnumerable<MetricLine> lines = metrics.Take(mostLines).Select(Create);
        return metrics.Length > mostLines
            ? [.. lines, new MetricLine($"+ {metrics.Length - mostLines} more", string.Empty, string.Empty, string.Empty, string.Empty)]
            : [.. lines];
    }

    /// <summary>What stands first in the score column of the table: the first model's score, else the first metric's mean.</summary>
    /// <param name="row">A result.</param>
    public static double? FirstMean(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return FrameRow.FindValue(row, FrameRow.FirstScore)
            ?? BesideModels(row, out _).FirstOrDefault()?.Properties[nameof(Mean)]?.Value as double?;
    }

    private static IEnumerable<PSObject> BesideModels(PSObject row, out int mostLines)
    {
        ArgumentNullException.ThrowIfNull(row);
        IReadOnlyList<string> named = QualityRow.FindReport(row)?.Names.Derived ?? [];
        mostLines = named.Count > 0 ? named.Count : MostLines;
        if (named.Count > 0)
        {
            return Metrics(row).Where(metric => named.Contains(Text(metric, nameof(Name))));
        }

        bool isScored = row.Properties["Model"]?.Value is string { Length: > 0 } || row.Properties[FrameRow.FirstScore]?.Value is not null;
        return isScored ? [] : Metrics(row);
    }

    private static IEnumerable<PSObject> Metrics(PSObject row) =>
        LanguagePrimitives.GetEnumerable(row.Properties["Metrics"]?.Value)?.Cast<object>().Select(PSObject.AsPSObject) ?? [];

    private static MetricLine Create(PSObject metric) => new(
        Text(metric, nameof(Name)),
        Text(metric, nameof(Mean)),
        Text(metric, nameof(HarmonicMean)),
        Text(metric, nameof(P5)),
        Text(metric, nameof(Min)));

    private static string Text(PSObject metric, string property) => metric.Properties[property]?.Value switch
    {
        double value => value.ToString(Math.Abs(value) < LeastWithTwoDecimals ? "F4" : "F2", CultureInfo.CurrentCulture),
        var value => value?.ToString() ?? string.Empty,
    };
}
