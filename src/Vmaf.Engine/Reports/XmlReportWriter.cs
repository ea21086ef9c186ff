using System.Globalization;
using System.Security;
using System.Xml;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>Writes libvmaf's XML log. Names that XML does not allow for attributes are escaped as _xHHHH_.</summary>
internal sealed class XmlReportWriter(TextWriter writer, int? significantDigits)
{
    /// <summary>
    /// The attribute that libvmaf's logs do not have: which features are metrics that were asked for by name, in that order. It stands
    /// where there are any.
    /// </summary>
    public const string NamedMetrics = "namedMetrics";

    public void Write(Report report)
    {
        writer.Write($"<VMAF version=\"{SecurityElement.Escape(report.Version)}\">\n");
        writer.Write(string.Create(
            CultureInfo.InvariantCulture, $"  <params qualityWidth=\"{report.Width ?? 0}\" qualityHeight=\"{report.Height ?? 0}\" "));
        if (report.Names.Named.Count > 0)
        {
            writer.Write($"{NamedMetrics}=\"{SecurityElement.Escape(string.Join(' ', report.Names.Named))}\" ");
        }

        writer.Write("/>\n");
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"  <fyi fps=\"{report.FramesPerSecond ?? double.NaN:F2}\" />\n"));
        writer.Write("  <frames>\n");
        foreach (FrameScore frame in report.Frames)
        {
            WriteFrame(frame);
        }

        writer.Write("  </frames>\n  <pooled_metrics>\n");
        foreach (MetricSummary metric in report.Metrics)
        {
            writer.Write($"    <metric name=\"{SecurityElement.Escape(metric.Name)}\" ");
            if (metric.Pooled is { } pooled)
            {
                WriteAttribute("min", pooled.Min ?? double.NaN);
                WriteAttribute("max", pooled.Max ?? double.NaN);
                WriteAttribute("mean", pooled.Mean ?? double.NaN);
                WriteAttribute("harmonic_mean", pooled.HarmonicMean ?? double.NaN);
            }

            writer.Write("/>\n");
        }

        writer.Write("  </pooled_metrics>\n  <aggregate_metrics ");
        foreach ((string name, double figure) in report.Aggregates)
        {
            WriteAttribute(name, figure);
        }

        writer.Write("/>\n</VMAF>\n");
    }

    private void WriteFrame(FrameScore frame)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"    <frame frameNum=\"{frame.FrameIndex}\" "));
        for (int metric = 0; metric < frame.RawValues.Length; metric++)
        {
            if (!MetricDictionary.IsMissing(frame.RawValues[metric]))
            {
                WriteAttribute(frame.Names.All[metric], frame.RawValues[metric]);
            }
        }

        writer.Write("/>\n");
    }

    private void WriteAttribute(string name, double value) =>
        writer.Write($"{XmlConvert.EncodeLocalName(name)}=\"{ReportNumber.Format(value, significantDigits)}\" ");
}
