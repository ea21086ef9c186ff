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

        string[] all = [.. metrics.Select(metric => metric.Properties["Name"]?.Value?.ToString() ?? string.Empty)];
        if (frames.Count == 0 || all.Contains(string.Empty) || all.Distinct().Count() != all.Length)
        {
            return null;
        }

        // The first score goes by another name in frames; the further scores stand behind it, before the features.
        HashSet<string> inFrames = [.. FrameRow.MetricNames(frames[0])];
        int firstScore = inFrames.Contains(FrameRow.FirstScore) ? Array.FindIndex(all, name => !inFrames.Contains(name)) : -1;
        firstScore = firstScore < 0 && all.Contains(FrameRow.FirstScore) ? Array.IndexOf(all, FrameRow.FirstScore) : firstScore;
        var names = new MetricNames(all[..(firstScore < 0 ? all.Length : firstScore)], firstScore < 0 ? [] : all[firstScore..]);
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
            Aggregates = report.Aggregates,
        };
    }

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
