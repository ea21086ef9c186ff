using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Reports;
using Vmaf.Engine.Scoring;

namespace Vmaf.PowerShell.Output;

/// <summary>
/// Reads reports back out of results that went through serialisation (jobs, remoting, <c>Export-Clixml</c>): the objects are copies
/// without methods then, but they have all frames and the names of all metrics.
/// </summary>
internal static class SerializedReport
{
    /// <summary>The report inside the copy of a result, or <see langword="null"/> for other objects.</summary>
    /// <param name="row">The object.</param>
    public static Report? Read(PSObject row)
    {
        if (!row.TypeNames.Any(name => name.EndsWith(QualityRow.TypeName, StringComparison.Ordinal))
            || Items(row, "Frames") is not { } frames || Items(row, "Metrics") is not { } metrics)
        {
            return null;
        }

        (string Name, MetricKind? Kind)[] all = [.. metrics.Select(metric => (Text(metric, nameof(ResultMetric.Name)), MetricLine.KindOf(metric)))];
        if (frames.Count == 0 || all.Any(metric => metric.Name.Length == 0 || metric.Kind is null) || all.DistinctBy(metric => metric.Name).Count() != all.Length)
        {
            return null;
        }

        string[] Of(params MetricKind[] kinds) => [.. all.Where(metric => kinds.Contains(metric.Kind!.Value)).Select(metric => metric.Name)];
        var names = new MetricNames(Of(MetricKind.Feature, MetricKind.NamedMetric), Of(MetricKind.Score), MetricLine.InOrderOfProperties(row, Of(MetricKind.NamedMetric), name => name));
        Report report = Report.FromFrames(names, frames.Select(frame => ReadFrame(frame, names)).OrderBy(frame => frame.FrameIndex));
        return new Report
        {
            Version = row.Properties["EngineVersion"]?.Value?.ToString(),
            FramesPerSecond = FrameRow.FindValue(row, "FramesPerSecond"),
            Width = (int?)FrameRow.FindValue(row, "Width"),
            Height = (int?)FrameRow.FindValue(row, "Height"),
            Names = report.Names,
            Frames = report.Frames,
            Metrics = report.Metrics,
            Aggregates = ReadAggregates(row),
        };
    }

    private static Dictionary<string, double> ReadAggregates(PSObject row)
    {
        var aggregates = new Dictionary<string, double>();
        foreach (PSObject aggregate in Items(row, "Aggregates") ?? [])
        {
            if (LanguagePrimitives.TryConvertTo(aggregate.Properties[nameof(VideoAggregate.Value)]?.Value, CultureInfo.InvariantCulture, out double value))
            {
                aggregates[Text(aggregate, nameof(VideoAggregate.Name))] = value;
            }
        }

        return aggregates;
    }

    private static string Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString() ?? string.Empty;

    private static ReportFrame ReadFrame(PSObject frame, MetricNames names) => new(
        FrameRow.FindIndex(frame) ?? 0,
        [
            .. names.All.Select((name, index) => FrameRow.FindValue(frame, index == names.Features.Count ? FrameRow.FirstScore : name)),
        ]);

    private static List<PSObject>? Items(PSObject row, string property)
    {
        object? value = row.Properties[property]?.Value;
        return (value is PSObject wrapper ? wrapper.BaseObject : value) is IEnumerable items and not string
            ? [.. items.Cast<object>().Select(PSObject.AsPSObject)]
            : null;
    }
}
