using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Reports.Html;
using Vmaf.Engine.Reports.Plots;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports;

/// <summary>Writes logs in the formats of libvmaf's tool: same layout, same order, same digits.</summary>
public static class ReportWriter
{
    /// <summary>Path that stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>The most significant digits that make sense: as many read back to the same number.</summary>
    public const int MaximumSignificantDigits = 17;

    /// <summary>
    /// Writes a log to a file. The file appears, or is replaced, only when the log is complete: no reader sees half of it, and a
    /// failure leaves what was there.
    /// </summary>
    /// <param name="report">The log.</param>
    /// <param name="path">Path of the file, or <c>-</c> for standard output.</param>
    /// <param name="format">Its format.</param>
    /// <param name="significantDigits">1 to 17 significant digits; <see langword="null"/> for libvmaf's six decimals.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void Write(Report report, string path, ReportFormat format, int? significantDigits = null)
    {
        CheckDigits(significantDigits);
        if (path == StandardOutput)
        {
            using Stream output = Console.OpenStandardOutput();
            WriteTo(output);
        }
        else
        {
            AtomicFile.Write(path, WriteTo);
        }

        void WriteTo(Stream stream)
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            Write(report, writer, format, significantDigits);
        }
    }

    /// <summary>Finds out before a long run whether its log could be written; leaves nothing behind.</summary>
    /// <param name="path">Path of the file, or <c>-</c> for standard output.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void CheckWritable(string path)
    {
        if (path != StandardOutput)
        {
            AtomicFile.CheckWritable(path);
        }
    }

    /// <summary>Writes the log of a run to a file.</summary>
    /// <param name="result">The run's result.</param>
    /// <param name="path">Path of the file, or <c>-</c> for standard output.</param>
    /// <param name="format">Its format.</param>
    /// <param name="significantDigits">1 to 17 significant digits; <see langword="null"/> for libvmaf's six decimals.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.OutputUnwritable"/>.</exception>
    public static void Write(QualityResult result, string path, ReportFormat format, int? significantDigits = null) =>
        Write(Report.FromResult(result), path, format, significantDigits);

    /// <summary>Writes a log as text.</summary>
    /// <param name="report">The log.</param>
    /// <param name="writer">Receives the text; lines end with a line feed.</param>
    /// <param name="format">The format.</param>
    /// <param name="significantDigits">1 to 17 significant digits; <see langword="null"/> for libvmaf's six decimals.</param>
    public static void Write(Report report, TextWriter writer, ReportFormat format, int? significantDigits = null)
    {
        CheckDigits(significantDigits);
        switch (format)
        {
            case ReportFormat.Json:
                new JsonReportWriter(writer, significantDigits).Write(report);
                break;
            case ReportFormat.Csv:
                new CsvReportWriter(writer, significantDigits).Write(report);
                break;
            case ReportFormat.Subtitle:
                new SubtitleReportWriter(writer, significantDigits).Write(report);
                break;
            case ReportFormat.Html:
                HtmlReport.Write([PresentedResult.FromReport(report)], writer);
                break;
            case ReportFormat.Svg:
                ScorePlot.Write([PresentedResult.FromReport(report)], writer);
                break;
            default:
                new XmlReportWriter(writer, significantDigits).Write(report);
                break;
        }
    }

    private static void CheckDigits(int? significantDigits)
    {
        if (significantDigits is { } digits)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1, nameof(significantDigits));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MaximumSignificantDigits, nameof(significantDigits));
        }
    }
}
