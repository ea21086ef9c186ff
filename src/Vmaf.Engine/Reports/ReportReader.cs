using System.Globalization;
using System.Text;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Reports;

/// <summary>Reads logs of this engine and of libvmaf's tool back: JSON, XML, CSV and subtitles, told apart by their content.</summary>
public static class ReportReader
{
    /// <summary>The longest log that is read, in characters; each frame of a usual log takes about a thousand.</summary>
    private const int MaximumLength = 1 << 29;

    /// <summary>Reads a log.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FileNotFound"/>, <see cref="VmafErrorIds.FileUnreadable"/>, or
    /// <see cref="VmafErrorIds.ReportMalformed"/>, which says where.
    /// </exception>
    public static Report Read(string path)
    {
        try
        {
            return Parse(ReadText(path), path);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new VmafException(VmafErrorIds.FileNotFound, $"'{path}' does not exist.", "Check the path.", path, cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new VmafException(
                VmafErrorIds.FileUnreadable, $"'{path}' cannot be read: {cause.Message}", "Check your permission to read it.", path, cause);
        }
    }

    /// <summary>Reads a log from text.</summary>
    /// <param name="text">The log.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.ReportMalformed"/>, which says where.</exception>
    public static Report Parse(string text, string name)
    {
        var source = new ReportSource(name);
        var builder = new ReportBuilder(source);
        switch (Detect(text))
        {
            case ReportFormat.Json:
                JsonReportReader.Read(text, source, builder);
                break;
            case ReportFormat.Xml:
                XmlReportReader.Read(text, source, builder);
                break;
            case ReportFormat.Csv:
                CsvReportReader.Read(text, source, builder);
                break;
            case ReportFormat.Subtitle:
                SubtitleReportReader.Read(text, source, builder);
                break;
            default:
                throw source.Malformed("its start", "it is neither JSON, XML, CSV nor subtitles");
        }

        return builder.Build();
    }

    /// <summary>Reads a file whose length may not be known, or may have no end.</summary>
    private static string ReadText(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8);
        var text = new StringBuilder();
        char[] block = new char[1 << 16];
        for (int read = reader.Read(block); read > 0; read = reader.Read(block))
        {
            if (text.Length + read > MaximumLength)
            {
                throw new ReportSource(path).Malformed(
                    string.Create(CultureInfo.InvariantCulture, $"character {MaximumLength}"), "it is too long for a log");
            }

            text.Append(block, 0, read);
        }

        return text.ToString();
    }

    private static ReportFormat? Detect(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> start = text.TrimStart();
        return start switch
        {
            _ when start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) => null,
            ['<', ..] => ReportFormat.Xml,
            ['{', >= '0' and <= '9', ..] => ReportFormat.Subtitle,
            ['{', ..] => ReportFormat.Json,
            _ when start.StartsWith("Frame,", StringComparison.Ordinal) => ReportFormat.Csv,
            _ => null,
        };
    }
}
