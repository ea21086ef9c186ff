using Vmaf.Engine.Metrics;

namespace Vmaf.Engine.Reports.Html;

/// <summary>The metrics of a report as a page shows them: each series once, under the name that was asked for.</summary>
internal static class ShownMetrics
{
    /// <summary>Names of the features beside the metrics that were asked for by name, without those that are such a metric under another name.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<string> Features(Report report) =>
        [.. report.Names.Features.Except(report.Names.Named).Where(feature => !report.Names.Named.Any(metric => IsSame(report, feature, metric)))];

    /// <summary>The metrics that tell most: those that were asked for by name, else all features.</summary>
    /// <param name="report">The report.</param>
    public static IReadOnlyList<string> FirstOf(Report report) => report.Names.Named.Count > 0 ? report.Names.Named : report.Names.Features;

    /// <summary>Whether a metric's score is a feature: its name may end in options, so that the values decide.</summary>
    private static bool IsSame(Report report, string feature, string metric)
    {
        (int first, int second) = (report.Names.IndexOf(feature), report.Names.IndexOf(metric));
        return QualityMetrics.FindScoreFeature(metric) is { } source
            && feature.StartsWith(source, StringComparison.Ordinal)
            && report.Frames.All(frame => frame.RawValues[first].Equals(frame.RawValues[second]));
    }
}
