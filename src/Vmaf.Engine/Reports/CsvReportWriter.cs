using System.Globalization;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>Writes libvmaf's CSV log: each line ends with a comma. A value that a frame does not have is an empty field.</summary>
internal sealed class CsvReportWriter(TextWriter writer, int? significantDigits)
{
    public void Write(Report report)
    {
        writer.Write("Frame,");
        foreach (string name in report.Names.All)
        {
            writer.Write($"{Quote(name)},");
        }

        writer.Write('\n');
        foreach (FrameScore frame in report.Frames)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{frame.FrameIndex},"));
            foreach (double value in frame.RawValues)
            {
                writer.Write($"{(MetricDictionary.IsMissing(value) ? string.Empty : ReportNumber.Format(value, significantDigits))},");
            }

            writer.Write('\n');
        }
    }

    private static string Quote(string name) =>
        name.AsSpan().ContainsAny(",\"\r\n") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
