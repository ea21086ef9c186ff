using System.Globalization;
using Vmaf.Engine.Scoring;

namespace Vmaf.Cli;

/// <summary>The lines that end a run: each model's and metric's score, or each feature where there is neither.</summary>
internal static class ScoreLines
{
    /// <param name="result">The run's result.</param>
    /// <param name="labels">What each model is called, in order; models of metrics come after them and are called as their scores.</param>
    public static IEnumerable<string> Of(QualityResult result, IReadOnlyList<string> labels)
    {
        for (int index = 0; index < result.Models.Count; index++)
        {
            string label = index < labels.Count ? labels[index] : result.Models[index].Name;
            yield return $"{label}: {Number(result.Models[index].Pooled.Mean)}";
            if (result.Models[index].Bootstrap is { } bootstrap)
            {
                yield return $"{label}: {Number(bootstrap.Bagging.Mean)}, ci.p95: [{Number(bootstrap.ConfidenceLow.Mean)}, "
                    + $"{Number(bootstrap.ConfidenceHigh.Mean)}], stddev: {Number(bootstrap.StandardDeviation.Mean)}";
            }
        }

        foreach (MetricSummary feature in result.MetricsBesideScores())
        {
            yield return $"{feature.Name}: {Number(feature.Pooled?.Mean)}";
        }

        foreach ((string name, double value) in result.Aggregates)
        {
            yield return $"{name}: {Number(value)}";
        }
    }

    private static string Number(double? value) => value?.ToString("F6", CultureInfo.InvariantCulture) ?? "not finite";
}
