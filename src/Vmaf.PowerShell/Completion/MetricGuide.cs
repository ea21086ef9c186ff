using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Metrics;
using Vmaf.PowerShell.Output;

namespace Vmaf.PowerShell.Completion;

/// <summary>What the names of metrics in results mean.</summary>
internal static class MetricGuide
{
    /// <summary>Every score and feature that there can be, with what it means; the name of the first score goes before.</summary>
    /// <param name="firstScore">What the first score is called.</param>
    public static IEnumerable<(string Name, string Meaning)> All(string firstScore) =>
        FeatureGuide.All.Select(feature => (feature.Name, feature.Meaning))
            .Prepend((firstScore, MeaningOf(firstScore)))
            .Concat(QualityMetrics.All.Where(metric => metric.Unsupported is null).Select(metric => (metric.Name, metric.Description)))
            .DistinctBy(metric => metric.Item1, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a metric means; its name where nobody says.</summary>
    /// <param name="name">Name of a score or feature.</param>
    public static string MeaningOf(string name) =>
        name.Equals(FrameRow.FirstScore, StringComparison.OrdinalIgnoreCase)
            ? "Score of the first model."
            : FeatureGuide.FindMetric(name)?.Meaning
                ?? QualityMetrics.All.FirstOrDefault(metric => metric.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Description
                ?? name;
}
