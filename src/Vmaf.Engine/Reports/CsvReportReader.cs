using System.Globalization;
using System.Text;

namespace Vmaf.Engine.Reports;

/// <summary>Reads libvmaf's CSV log.</summary>
internal static class CsvReportReader
{
    public static void Read(string text, ReportSource source, ReportBuilder builder)
    {
        using var reader = new StringReader(text);
        List<string> names = Split(reader.ReadLine() ?? string.Empty);
        foreach (string name in names.Skip(1))
        {
            builder.AddMetric(name);
        }

        int line = 1;
        while (reader.ReadLine() is { } row)
        {
            line++;
            if (!string.IsNullOrWhiteSpace(row))
            {
                ReadRow(Split(row), names, string.Create(CultureInfo.InvariantCulture, $"line {line}"), source, builder);
            }
        }
    }

    private static void ReadRow(List<string> fields, List<string> names, string place, ReportSource source, ReportBuilder builder)
    {
        if (fields.Count != names.Count)
        {
            throw source.Malformed(
                place, string.Create(CultureInfo.InvariantCulture, $"it has {fields.Count} fields where the head has {names.Count}"));
        }

        if (!int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out int frameIndex))
        {
            throw source.Malformed(place, $"'{fields[0]}' is not a frame number");
        }

        builder.AddFrame(frameIndex, place);
        for (int field = 1; field < fields.Count; field++)
        {
            if (fields[field].Length == 0)
            {
                continue;
            }

            if (!ReportNumber.TryParse(fields[field], out double value))
            {
                throw source.Malformed(place, $"'{fields[field]}' ({names[field]}) is not a number");
            }

            builder.AddValue(names[field], value, place);
        }
    }

    /// <summary>Splits at commas; quoted fields may hold them. The comma at the end of each line divides nothing.</summary>
    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        foreach (char character in line)
        {
            switch (character)
            {
                case '"':
                    // A doubled quote closes and opens again, and stands for itself.
                    if (!quoted && field.Length > 0)
                    {
                        field.Append('"');
                    }

                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                default:
                    field.Append(character);
                    break;
            }
        }

        if (field.Length > 0)
        {
            fields.Add(field.ToString());
        }

        return fields;
    }
}
