using System.Globalization;

namespace Vmaf.Engine.Reports;

/// <summary>Reads libvmaf's subtitle log.</summary>
internal static class SubtitleReportReader
{
    public static void Read(string text, ReportSource source, ReportBuilder builder)
    {
        using var reader = new StringReader(text);
        int line = 0;
        while (reader.ReadLine() is { } row)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(row))
            {
                ReadRow(row, string.Create(CultureInfo.InvariantCulture, $"line {line}"), source, builder);
            }
        }
    }

    private static void ReadRow(string row, string place, ReportSource source, ReportBuilder builder)
    {
        string[] parts = row[(row.LastIndexOf('}') + 1)..].Split('|', StringSplitOptions.RemoveEmptyEntries);
        for (int part = 0; part < parts.Length; part++)
        {
            int colon = parts[part].LastIndexOf(": ", StringComparison.Ordinal);
            if (colon < 0)
            {
                throw source.Malformed(place, $"'{parts[part]}' is not a name and a number");
            }

            string name = parts[part][..colon];
            string number = parts[part][(colon + 2)..];
            if (part == 0)
            {
                if (name != "frame" || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int frameIndex))
                {
                    throw source.Malformed(place, "it does not start with a frame number");
                }

                builder.AddFrame(frameIndex, place);
            }
            else if (ReportNumber.TryParse(number, out double value))
            {
                builder.AddValue(name, value, place);
            }
            else
            {
                throw source.Malformed(place, $"'{number}' ({name}) is not a number");
            }
        }
    }
}
