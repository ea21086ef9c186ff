using System.Globalization;
using System.Text.Json;
using Vmaf.Engine.Features;
using Vmaf.Engine.Models;

namespace Vmaf.Tests.Models;

/// <summary>The golden figures' frames: libvmaf's features and scores, 17 digits.</summary>
internal static class GoldenFrames
{
    /// <summary>Every frame of every pair that a model was run on.</summary>
    /// <param name="model">Name of the model.</param>
    public static IEnumerable<(string Place, IReadOnlyDictionary<string, double> Metrics)> Of(string model)
    {
        foreach (string file in Directory.EnumerateFiles(SharedData.Golden(string.Empty), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
            if (!document.RootElement.GetProperty("models").TryGetProperty(model, out JsonElement run)
                || !run.TryGetProperty("frames", out JsonElement frames))
            {
                continue;
            }

            int index = 0;
            foreach (JsonElement frame in frames.EnumerateArray())
            {
                yield return (
                    string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)} frame {index++}"),
                    frame.EnumerateObject().ToDictionary(metric => metric.Name, metric => metric.Value.GetDouble()));
            }
        }
    }

    /// <summary>
    /// A model's features in a frame. A feature's name there begins with its alias; what follows are the options that the log names.
    /// </summary>
    public static double[] FeaturesOf(VmafModel model, IReadOnlyDictionary<string, double> metrics) =>
        [.. model.Features.Select(feature => metrics.Single(metric => IsNameOf(metric.Key, FeatureNaming.Alias(feature.Name))).Value)];

    private static bool IsNameOf(string logName, string alias) =>
        logName == alias
        || (logName.StartsWith(alias + "_", StringComparison.Ordinal) && !logName.StartsWith(alias + "_scale", StringComparison.Ordinal));
}
