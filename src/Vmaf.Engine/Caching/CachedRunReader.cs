using System.Globalization;
using System.Text.Json;
using Vmaf.Engine.Alignment;
using Vmaf.Engine.Scoring;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Caching;

/// <summary>Makes runs of what <see cref="CachedRunWriter"/> wrote.</summary>
internal sealed class CachedRunReader
{
    private readonly JsonElement _root;

    private CachedRunReader(JsonElement content) => _root = content;

    /// <summary>Opens a run.</summary>
    /// <param name="file">The JSON.</param>
    /// <returns><see langword="null"/> where the JSON has not the form that this version writes, or its text has changed since.</returns>
    public static CachedRunReader? TryOpen(JsonElement file) =>
        file.ValueKind == JsonValueKind.Object
        && file.TryGetProperty("format", out JsonElement format)
        && format.TryGetInt32(out int version)
        && version == CachedRunWriter.FormatVersion
        && file.GetProperty("run") is var content
        && file.GetProperty("sha256").GetString() == CachedRunWriter.HashOf(content.GetRawText())
            ? new CachedRunReader(content)
            : null;

    /// <summary>Path that the reference had.</summary>
    public string Reference => Text("reference");

    /// <summary>Path that the distorted video had.</summary>
    public string Distorted => Text("distorted");

    /// <summary>Names of the models.</summary>
    public string[] Models => Texts("models");

    /// <summary>Mean score of the first model.</summary>
    public double? Score => _root.TryGetProperty("score", out JsonElement score) ? score.GetDouble() : null;

    /// <summary>Means of the metrics that were asked for by name; where there is no score at all, of the features.</summary>
    public KeyValuePair<string, double?>[] Summary => [.. _root.GetProperty("summary").EnumerateObject()
        .Select(metric => KeyValuePair.Create(metric.Name, metric.Value.ValueKind == JsonValueKind.Null ? null : (double?)Number(metric.Value)))];

    /// <summary>Number of frames that were scored.</summary>
    public int FrameCount => _root.GetProperty("frameCount").GetInt32();

    /// <summary>Size, chroma format and bit depth.</summary>
    public VideoFormat Format
    {
        get
        {
            JsonElement size = _root.GetProperty("size");
            return new VideoFormat(
                size[0].GetInt32(), size[1].GetInt32(), Enum.Parse<ChromaFormat>(Text("chroma")), _root.GetProperty("bitDepth").GetInt32());
        }
    }

    /// <summary>Frames a second, where known.</summary>
    public FrameRate? FrameRate =>
        _root.TryGetProperty("frameRate", out JsonElement rate) ? new FrameRate(rate[0].GetInt32(), rate[1].GetInt32()) : null;

    /// <summary>The run.</summary>
    /// <param name="reference">Path that the reference has now.</param>
    /// <param name="distorted">Path that the distorted video has now.</param>
    /// <param name="layout">The metrics and their order.</param>
    /// <exception cref="FormatException">The run has other metrics.</exception>
    public CachedRun Read(string reference, string distorted, ResultLayout layout)
    {
        MetricNames names = layout.Names;
        int[] places = PlacesOf(names);
        FrameScore[] frames = [.. _root.GetProperty("frames").EnumerateArray().Select(frame => ReadFrame(frame, names, places))];
        MetricSummary[] metrics = MetricSummary.FromFrames(names, frames);
        var result = new QualityResult
        {
            Reference = reference,
            Distorted = distorted,
            Format = Format,
            ReferenceFrameCount = Count("referenceFrames"),
            DistortedFrameCount = Count("distortedFrames"),
            FramesRead = _root.GetProperty("framesRead").GetInt32(),
            DistortedKilobitsPerSecond = _root.TryGetProperty("distortedKilobitsPerSecond", out JsonElement rate) ? rate.GetDouble() : null,
            Models = layout.ModelResults(metrics),
            Features = metrics[..names.Features.Count],
            Metrics = metrics,
            Aggregates = _root.GetProperty("aggregates").EnumerateObject().ToDictionary(pair => pair.Name, pair => Number(pair.Value)),
            Frames = frames,
            Names = names,
            Elapsed = TimeSpan.FromTicks(_root.GetProperty("elapsedTicks").GetInt64()),
            SimdTier = Enum.Parse<SimdTier>(Text("tier")),
            Warnings = Texts("warnings"),
        };
        return new CachedRun(result, FrameRate, ReadOffset());
    }

    /// <summary>Where each metric stands in the file's frames.</summary>
    private int[] PlacesOf(MetricNames names)
    {
        string[] saved = Texts("metrics");
        int[] places = [.. names.All.Select(name => Array.IndexOf(saved, name))];
        return saved.Length == places.Length && !places.Contains(-1)
            ? places
            : throw new FormatException("The run has other metrics.");
    }

    private static FrameScore ReadFrame(JsonElement frame, MetricNames names, int[] places)
    {
        double[] values = [.. frame.EnumerateArray().Skip(1).Select(Number)];
        return values.Length == places.Length
            ? new FrameScore(frame[0].GetInt32(), names, [.. places.Select(place => values[place])])
            : throw new FormatException("A frame has not as many values as there are metrics.");
    }

    private OffsetMatch? ReadOffset() => _root.TryGetProperty("offset", out JsonElement offset)
        ? new OffsetMatch(offset[0].GetInt32(), Number(offset[1]), Number(offset[2]), offset[3].GetInt32())
        : null;

    private long? Count(string name) => _root.TryGetProperty(name, out JsonElement count) ? count.GetInt64() : null;

    private string Text(string name) => _root.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private string[] Texts(string name) => Texts(_root.GetProperty(name));

    private static string[] Texts(JsonElement texts) => [.. texts.EnumerateArray().Select(text => text.GetString() ?? string.Empty)];

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => MetricDictionary.Missing,
        JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => value.GetDouble(),
    };
}
