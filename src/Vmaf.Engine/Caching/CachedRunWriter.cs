using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vmaf.Engine.Scoring;

namespace Vmaf.Engine.Caching;

/// <summary>Writes runs as JSON from which <see cref="CachedRunReader"/> makes them again, all numbers to the last bit.</summary>
internal static class CachedRunWriter
{
    /// <summary>Which form the JSON has; another form is not read.</summary>
    public const int FormatVersion = 4;

    /// <summary>The run as JSON, sealed with the hash of its text: a damaged number is a number too.</summary>
    public static string Write(CachedRun run)
    {
        string content = WriteContent(run);
        return $$"""{"format":{{FormatVersion}},"sha256":"{{HashOf(content)}}","run":{{content}}}""";
    }

    /// <summary>The hash that belongs to the text of a run.</summary>
    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static string WriteContent(CachedRun run)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            WriteHeader(json, run);
            WriteMetrics(json, run.Result);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteHeader(Utf8JsonWriter json, CachedRun run)
    {
        QualityResult result = run.Result;
        json.WriteString("reference", result.Reference);
        json.WriteString("distorted", result.Distorted);
        json.WriteStartArray("size");
        json.WriteNumberValue(result.Width);
        json.WriteNumberValue(result.Height);
        json.WriteEndArray();
        json.WriteString("chroma", result.Format.Chroma.ToString());
        json.WriteNumber("bitDepth", result.BitDepth);
        if (run.FrameRate is { } rate)
        {
            json.WriteStartArray("frameRate");
            json.WriteNumberValue(rate.Numerator);
            json.WriteNumberValue(rate.Denominator);
            json.WriteEndArray();
        }

        if (run.Offset is { } offset)
        {
            json.WriteStartArray("offset");
            json.WriteNumberValue(offset.OffsetFrames);
            WriteNumber(json, offset.Distance);
            WriteNumber(json, offset.DistanceAtZero);
            json.WriteNumberValue(offset.ComparedFrames);
            json.WriteEndArray();
        }

        WriteCount(json, "referenceFrames", result.ReferenceFrameCount);
        WriteCount(json, "distortedFrames", result.DistortedFrameCount);
        json.WriteNumber("framesRead", result.FramesRead);
        if (result.DistortedKilobitsPerSecond is { } rateInKilobits)
        {
            json.WriteNumber("distortedKilobitsPerSecond", rateInKilobits);
        }

        json.WriteNumber("elapsedTicks", result.Elapsed.Ticks);
        json.WriteString("tier", result.SimdTier.ToString());
        WriteTexts(json, "warnings", result.Warnings);
        WriteTexts(json, "models", result.Models.Select(model => model.Model.Name));
        if (result.Score is { } score)
        {
            json.WriteNumber("score", score);
        }
    }

    private static void WriteMetrics(Utf8JsonWriter json, QualityResult result)
    {
        json.WriteStartObject("summary");
        foreach (MetricSummary metric in result.MetricsBesideScores())
        {
            json.WritePropertyName(metric.Name);
            WriteNumber(json, metric.Pooled?.Mean ?? MetricDictionary.Missing);
        }

        json.WriteEndObject();
        WriteTexts(json, "metrics", result.Names.All);
        json.WriteStartObject("aggregates");
        foreach ((string name, double value) in result.Aggregates)
        {
            json.WritePropertyName(name);
            WriteNumber(json, value);
        }

        json.WriteEndObject();
        json.WriteNumber("frameCount", result.Frames.Count);
        json.WriteStartArray("frames");
        foreach (FrameScore frame in result.Frames)
        {
            json.WriteStartArray();
            json.WriteNumberValue(frame.FrameIndex);
            foreach (double value in frame.RawValues)
            {
                WriteNumber(json, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, long? count)
    {
        if (count is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (MetricDictionary.IsMissing(value))
        {
            json.WriteNullValue();
        }
        else if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }
}
