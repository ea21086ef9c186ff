using System.Globalization;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>Writes libvmaf's subtitle log: a MicroDVD line a frame, metrics divided by bars.</summary>
internal sealed class SubtitleReportWriter(TextWriter writer, int? significantDigits)
{
    public void Write(Report report)
    {
        foreach (FrameScore frame in report.Frames)
        {
            int index = frame.FrameIndex;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{{{index}}}{{{index + 1}}}frame: {index}|"));
            for (int metric = 0; metric < frame.RawValues.Length; metric++)
            {
                if (!MetricDictionary.IsMissing(frame.RawValues[metric]))
                {
                    writer.Write($"{frame.Names.All[metric]}: {ReportNumber.Format(frame.RawValues[metric], significantDigits)}|");
                }
            }

            writer.Write('\n');
        }
    }
}
