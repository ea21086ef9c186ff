using System.Globalization;
using Vmaf.Engine.Scoring;

namespace Vmaf.Cli;

/// <summary>The lines that end a run: each model's score, or each feature where there is no model.</summary>
internal static class ScoreLines
{
    /// <param name="result">The run's result.</param>
    /// <param name="labels">What each model is called, in order.</param>
    public static IEnumerable<string> Of(QualityResult result, IReadOnlyList<string> labels)
    {
        if (result.Models.Count == 0)
        {
            foreach (MetricSummary feature in result.Features)
            {
                yield return $"{feature.Name}: {Number(feature.Pooled?.Mean)}";
            }
        }

        for (int index = 0; index < result.Models.Count; index++)
        {
            yield return $"{labels[index]}: {Number(result.Models[index].Pooled.Mean)}";
            if (result.Models[index].Bootstrap is { } bootstrap)
            {
                yield return $"{labels[index]}: {Number(bootstrap.Bagging.Mean)}, ci.p95: [{Number(bootstrap.ConfidenceLow.Mean)}, "
                    + $"{Number(bootstrap.ConfidenceHigh.Mean)}], stddev: {Number(bootstrap.StandardDeviation.Mean)}";
            }
        }
    }

    private static string Number(double? value) => value?.ToString("F6", CultureInfo.InvariantCulture) ?? "not finite";
}
