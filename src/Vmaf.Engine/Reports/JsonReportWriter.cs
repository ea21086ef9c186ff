using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>Writes libvmaf's JSON log.</summary>
internal sealed class JsonReportWriter(TextWriter writer, int? significantDigits)
{
    /// <summary>
    /// The member that libvmaf's logs do not have: which features are metrics that were asked for by name, in that order. It stands where
    /// there are any.
    /// </summary>
    public const string NamedMetrics = "named_metrics";

    public void Write(Report report)
    {
        string fps = report.FramesPerSecond is { } value && double.IsFinite(value)
            ? value.ToString("F2", CultureInfo.InvariantCulture)
            : "null";
        writer.Write($"{{\n  \"version\": {Quote(report.Version ?? string.Empty)},\n  \"fps\": {fps},\n  \"frames\": [");
        string separator = "\n";
        foreach (FrameScore frame in report.Frames)
        {
            writer.Write(separator);
            WriteFrame(frame);
            separator = ",\n";
        }

        writer.Write("\n  ],\n  \"pooled_metrics\": {");
        separator = "\n";
        foreach (MetricSummary metric in report.Metrics)
        {
            writer.Write($"{separator}    {Quote(metric.Name)}: {{");
            WritePooled(metric.Pooled);
            writer.Write("\n    }");
            separator = ",\n";
        }

        writer.Write("\n  },\n  \"aggregate_metrics\": {");
        separator = "\n";
        foreach ((string name, double figure) in report.Aggregates)
        {
            writer.Write($"{separator}    {Quote(name)}: {Number(figure)}");
            separator = ",\n";
        }

        writer.Write("\n  }");
        if (report.Names.Named.Count > 0)
        {
            writer.Write($",\n  \"{NamedMetrics}\": [{string.Join(", ", report.Names.Named.Select(Quote))}]");
        }

        writer.Write("\n}\n");
    }

    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private void WriteFrame(FrameScore frame)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"    {{\n      \"frameNum\": {frame.FrameIndex},\n      \"metrics\": {{\n"));
        string separator = string.Empty;
        for (int metric = 0; metric < frame.RawValues.Length; metric++)
        {
            if (!MetricDictionary.IsMissing(frame.RawValues[metric]))
            {
                writer.Write($"{separator}        {Quote(frame.Names.All[metric])}: {Number(frame.RawValues[metric])}");
                separator = ",\n";
            }
        }

        writer.Write("\n      }\n    }");
    }

    private void WritePooled(PooledScore? pooled)
    {
        if (pooled is not null)
        {
            writer.Write($"\n      \"min\": {Number(pooled.Min)}");
            writer.Write($",\n      \"max\": {Number(pooled.Max)}");
            writer.Write($",\n      \"mean\": {Number(pooled.Mean)}");
            writer.Write($",\n      \"harmonic_mean\": {Number(pooled.HarmonicMean)}");
        }
    }

    private string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? ReportNumber.Format(number, significantDigits) : "null";
}
