using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vmaf.Clips.Golden;

/// <summary>Reads and writes golden records: JSON with one line a metric, numbers so that they read back to the last bit.</summary>
public static class GoldenJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a record.</summary>
    /// <param name="path">The file.</param>
    public static GoldenRecord Read(string path) =>
        JsonSerializer.Deserialize<GoldenRecord>(File.ReadAllText(path), Options)
        ?? throw new InvalidDataException($"'{path}' is no golden record.");

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="path">The file; an old one is replaced.</param>
    public static void Write(GoldenRecord record, string path)
    {
        var text = new StringBuilder("{\n");
        AppendMember(text, "recipe", record.Recipe);
        AppendMember(text, "referenceSha256", record.ReferenceSha256);
        AppendMember(text, "distortedSha256", record.DistortedSha256);
        AppendMember(text, "libvmafVersion", record.LibvmafVersion);
        AppendMember(text, "arguments", record.Arguments);
        text.Append("\"models\":{\n");
        text.AppendJoin(",\n", record.Models.Select(model => $"\"{model.Key}\":{{\n{Metrics(model.Value)}\n}}"));
        text.Append("\n},\n\"features\":{\n").Append(Metrics(record.Features)).Append("\n}\n}\n");
        File.WriteAllText(path, text.ToString());
    }

    private static void AppendMember(StringBuilder text, string name, object value) =>
        text.Append('"').Append(name).Append("\":").Append(JsonSerializer.Serialize(value, value.GetType(), Options)).Append(",\n");

    private static string Metrics(IReadOnlyDictionary<string, double[]> metrics) =>
        string.Join(",\n", metrics.Select(metric => $"\"{metric.Key}\":{JsonSerializer.Serialize(metric.Value, Options)}"));
}
