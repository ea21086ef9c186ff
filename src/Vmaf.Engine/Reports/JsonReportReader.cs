using System.Globalization;
using System.Text.Json;

namespace Vmaf.Engine.Reports;

/// <summary>Reads libvmaf's JSON log. Members that are not known are passed over; pooled metrics are made anew from the frames.</summary>
internal static class JsonReportReader
{
    public static void Read(string text, ReportSource source, ReportBuilder builder)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            Read(document.RootElement, source, builder);
        }
        catch (JsonException cause)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"line {cause.LineNumber + 1}, byte {cause.BytePositionInLine + 1}");
            throw source.Malformed(place, "it is not JSON", cause);
        }
        catch (InvalidOperationException cause)
        {
            // Half a surrogate pair: the parser looks inside strings only when they are read.
            throw source.Malformed("a name", "the text is not valid Unicode", cause);
        }
    }

    private static void Read(JsonElement root, ReportSource source, ReportBuilder builder)
    {
        if (root.TryGetProperty("version", out JsonElement version) && version.ValueKind == JsonValueKind.String)
        {
            builder.Version = version.GetString();
        }

        if (root.TryGetProperty("fps", out JsonElement fps) && fps.ValueKind == JsonValueKind.Number)
        {
            builder.FramesPerSecond = fps.GetDouble();
        }

        if (!root.TryGetProperty("frames", out JsonElement frames) || frames.ValueKind != JsonValueKind.Array)
        {
            throw source.Malformed("$.frames", "there is no list of frames");
        }

        if (root.TryGetProperty(JsonReportWriter.NamedMetrics, out JsonElement named) && named.ValueKind == JsonValueKind.Array)
        {
            builder.NamedMetrics = [.. named.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)];
        }

        int position = 0;
        foreach (JsonElement frame in frames.EnumerateArray())
        {
            ReadFrame(frame, string.Create(CultureInfo.InvariantCulture, $"$.frames[{position++}]"), source, builder);
        }

        if (root.TryGetProperty("aggregate_metrics", out JsonElement aggregates) && aggregates.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty aggregate in aggregates.EnumerateObject())
            {
                builder.AddAggregate(aggregate.Name, Number(aggregate.Value, "$.aggregate_metrics", source));
            }
        }
    }

    private static void ReadFrame(JsonElement frame, string place, ReportSource source, ReportBuilder builder)
    {
        if (frame.ValueKind != JsonValueKind.Object
            || !frame.TryGetProperty("frameNum", out JsonElement number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt32(out int frameIndex))
        {
            throw source.Malformed(place, "there is no frame number");
        }

        if (!frame.TryGetProperty("metrics", out JsonElement metrics) || metrics.ValueKind != JsonValueKind.Object)
        {
            throw source.Malformed(place, "there are no metrics");
        }

        builder.AddFrame(frameIndex, place);
        foreach (JsonProperty metric in metrics.EnumerateObject())
        {
            builder.AddValue(metric.Name, Number(metric.Value, place, source), place);
        }
    }

    private static double Number(JsonElement value, string place, ReportSource source) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.Null => double.NaN,
        _ => throw source.Malformed(place, $"'{value.GetRawText()}' is not a number"),
    };
}
