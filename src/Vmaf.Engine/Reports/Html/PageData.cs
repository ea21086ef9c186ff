using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Vmaf.Engine.Models;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Reports.Html;

/// <summary>
/// The numbers behind the charts as JSON that is safe inside HTML. Each series is base64 of little-endian 64-bit floating-point numbers:
/// exact to the last bit, no longer than six decimals would be, and read in an instant. Frames without a value have NaN.
/// </summary>
internal static class PageData
{
    /// <summary>The JSON.</summary>
    /// <param name="results">The results.</param>
    public static string Of(IReadOnlyList<PresentedResult> results)
    {
        using var stream = new MemoryStream();

        // The default encoder leaves no '<' in, so that no name can end the script element.
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (PresentedResult result in results)
            {
                WriteResult(json, result);
            }

            json.WriteEndArray();
            json.WriteStartArray("bands");
            foreach (QualityBand band in QualityBand.All)
            {
                json.WriteStartObject();
                json.WriteString("name", band.Name);
                WriteNumber(json, "least", band.LeastScore);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteResult(Utf8JsonWriter json, PresentedResult result)
    {
        Report report = result.Report;
        json.WriteStartObject();
        json.WriteString("name", result.Name);
        WriteNumber(json, "frameRate", result.FrameRate?.FramesPerSecond);
        WriteFrames(json, report.Frames);
        json.WriteStartArray("scores");
        foreach (string name in report.Names.Scores)
        {
            WriteSeries(json, report, name, caption: null);
        }

        json.WriteEndArray();
        WriteCaptioned(json, report, "metrics", report.Names.Named);
        WriteCaptioned(json, report, "features", ShownMetrics.Features(report));
        if (result.Run?.Models is [{ Model.ScoreRange: ScoreRange range }, ..])
        {
            WriteNumber(json, "leastScore", range.Minimum);
            WriteNumber(json, "largestScore", range.Maximum);
        }

        json.WriteStartArray("worstFrames");
        foreach (WorstFrame frame in result.WorstFrames)
        {
            json.WriteNumberValue(frame.FrameIndex);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Frame indices: all alike at even steps, else each.</summary>
    private static void WriteFrames(Utf8JsonWriter json, IReadOnlyList<FrameScore> frames)
    {
        int first = frames.Count > 0 ? frames[0].FrameIndex : 0;
        int step = frames.Count > 1 ? frames[1].FrameIndex - first : 1;
        bool isEven = frames.Select((frame, position) => frame.FrameIndex == first + (position * step)).All(fits => fits);
        json.WriteStartObject("frames");
        json.WriteNumber("count", frames.Count);
        if (isEven)
        {
            json.WriteNumber("first", first);
            json.WriteNumber("step", step);
        }
        else
        {
            json.WriteBase64String("indices", Encode([.. frames.Select(frame => (double)frame.FrameIndex)]));
        }

        json.WriteEndObject();
    }

    private static void WriteCaptioned(Utf8JsonWriter json, Report report, string array, IReadOnlyList<string> names)
    {
        json.WriteStartArray(array);
        foreach (string name in names)
        {
            WriteSeries(json, report, name, FeatureCaption.Of(name));
        }

        json.WriteEndArray();
    }

    private static void WriteSeries(Utf8JsonWriter json, Report report, string name, FeatureCaption? caption)
    {
        int index = report.Names.IndexOf(name);
        json.WriteStartObject();
        json.WriteString("name", name);
        if (caption is not null)
        {
            json.WriteString("title", caption.Title);
            json.WriteString("words", caption.Words);
            WriteNumber(json, "axisValue", caption.AxisValue);
        }

        PooledScore? pooled = report.Metrics[index].Pooled;
        WriteNumber(json, "mean", pooled?.Mean);
        WriteNumber(json, "median", pooled?.Median);
        WriteNumber(json, "p1", pooled?.P1);
        WriteNumber(json, "p5", pooled?.P5);
        WriteNumber(json, "p10", pooled?.P10);
        WriteNumber(json, "min", pooled?.Min);
        WriteNumber(json, "max", pooled?.Max);
        double[] values = new double[report.Frames.Count];
        for (int frame = 0; frame < values.Length; frame++)
        {
            double value = report.Frames[frame].RawValues[index];
            values[frame] = double.IsFinite(value) ? value : double.NaN;
        }

        json.WriteBase64String("values", Encode(values));
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static ReadOnlySpan<byte> Encode(double[] values)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.AsBytes<double>(values);
        }

        byte[] bytes = new byte[values.Length * sizeof(double)];
        for (int index = 0; index < values.Length; index++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(index * sizeof(double)), values[index]);
        }

        return bytes;
    }
}
