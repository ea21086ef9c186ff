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

    /// <summary>More metrics than these were not asked for one by one: they are the features of an extractor.</summary>
    private const int MostNamedLines = 12;

    /// <summary>Values under this have four decimals instead of two, such as SSIM.</summary>
    private const double LeastWithTwoDecimals = 10;

    /// <summary>
    /// The lines of a result beside those of its models: metrics asked for by name, or where the result has no score at all, its first
    /// features.
    /// </summary>
    /// <param name="row">A result.</param>
    public static IReadOnlyList<MetricLine> OfResult(PSObject row)
    {
        PSObject[] metrics = BesideModels(row, out int mostLines);
        return Lines(metrics, mostLines);
    }

    /// <summary>What stands first in the score column of the table: the first model's score, else the first metric's mean.</summary>
    /// <param name="row">A result.</param>
    public static double? FirstMean(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return FrameRow.FindValue(row, FrameRow.FirstScore)
            ?? BesideModels(row, out _).FirstOrDefault()?.Properties[nameof(Mean)]?.Value as double?;
    }

    /// <summary>What a metric of a result is; <see langword="null"/> for other objects. Serialisation makes texts of enumerations.</summary>
    /// <param name="metric">A member of a result's <c>Metrics</c>, or what is left of it after serialisation.</param>
    internal static MetricKind? KindOf(PSObject metric) =>
        Enum.TryParse(metric.Properties[nameof(ResultMetric.Kind)]?.Value?.ToString(), out MetricKind kind) ? kind : null;

    /// <summary>Metrics in the order of a result's properties, which is that in which they were asked for; its metrics have that of logs.</summary>
    /// <typeparam name="T">What stands for a metric.</typeparam>
    /// <param name="row">A result.</param>
    /// <param name="metrics">Some of its metrics.</param>
    /// <param name="nameOf">The name of a metric.</param>
    internal static IEnumerable<T> InOrderOfProperties<T>(PSObject row, IEnumerable<T> metrics, Func<T, string> nameOf)
    {
        List<string> properties = [.. row.Properties.Select(property => property.Name)];
        return metrics.OrderBy(metric => properties.FindIndex(name => name.Equals(nameOf(metric), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The lines of a saved result: its models, of which the first has a score, then its metrics.</summary>
    /// <param name="row">A saved result.</param>
    public static IReadOnlyList<MetricLine> OfCacheEntry(PSObject row)
    {
        ArgumentNullException.ThrowIfNull(row);
        string[] models = (row.Properties["Model"]?.Value?.ToString() ?? string.Empty).Split("; ", StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. models.Select((model, index) => new MetricLine(
                model,
                index == 0 ? QualityText.Score(row.Properties[FrameRow.FirstScore]?.Value as double?) : string.Empty,
                string.Empty,
                string.Empty,
                string.Empty)),
            .. Lines([.. Metrics(row)], MostNamedLines),
        ];
    }

    private static PSObject[] BesideModels(PSObject row, out int mostLines)
    {
        ArgumentNullException.ThrowIfNull(row);
        PSObject[] metrics = [.. Metrics(row)];
        PSObject[] named = [.. InOrderOfProperties(row, metrics.Where(metric => KindOf(metric) == MetricKind.NamedMetric), NameOf)];
        mostLines = named.Length > 0 ? MostNamedLines : MostLines;
        if (named.Length > 0)
        {
            return named;
        }

        bool isScored = row.Properties["Model"]?.Value is string { Length: > 0 } || row.Properties[FrameRow.FirstScore]?.Value is not null;
        return isScored ? [] : metrics;
    }

    private static MetricLine[] Lines(PSObject[] metrics, int most) => metrics.Length <= most
        ? [.. metrics.Select(Create)]
        : [.. metrics.Take(MostLines).Select(Create), new MetricLine($"+ {metrics.Length - MostLines} more", string.Empty, string.Empty, string.Empty, string.Empty)];

    private static IEnumerable<PSObject> Metrics(PSObject row) =>
        LanguagePrimitives.GetEnumerable(row.Properties["Metrics"]?.Value)?.Cast<object>().Select(PSObject.AsPSObject) ?? [];

    private static MetricLine Create(PSObject metric) => new(
        NameOf(metric),
        Text(metric, nameof(Mean)),
        Text(metric, nameof(HarmonicMean)),
        Text(metric, nameof(P5)),
        Text(metric, nameof(Min)));

    private static string NameOf(PSObject metric) => Text(metric, nameof(Name));

    private static string Text(PSObject metric, string property) => metric.Properties[property]?.Value switch
    {
        double value => value.ToString(Math.Abs(value) < LeastWithTwoDecimals ? "F4" : "F2", CultureInfo.CurrentCulture),
        var value => value?.ToString() ?? string.Empty,
    };
}
