using System.Text.Json;
using System.Text.Json.Nodes;
using Vmaf.Engine.Features;

namespace Vmaf.Tests.Features.NaturalScene;

/// <summary>A NIQE model made up for tests; <c>harness-figures.json</c> has scores with it.</summary>
internal static class NiqeTestModel
{
    /// <summary>The model as a file has it.</summary>
    public static byte[] Json()
    {
        string[] names = [.. FeatureRegistry.GetByName("niqe").ProvidedFeatures.Select(name => name["niqe_".Length..]).Order(StringComparer.Ordinal)];
        int count = names.Length;
        var file = new JsonObject
        {
            ["param_dict"] = new JsonObject(),
            ["model_dict"] = new JsonObject
            {
                ["model_type"] = "NIQE",
                ["feature_names"] = Array(names.Select(name => (JsonNode)$"NIQE_noref_feature_{name}_scores")),
                ["model"] = new JsonObject
                {
                    ["mu"] = Array(Enumerable.Range(0, count).Select(index => (JsonNode)(0.5 + (index / (double)count)))),
                    ["cov"] = Array(Enumerable.Range(0, count).Select(row =>
                        (JsonNode)Array(Enumerable.Range(0, count).Select(column => (JsonNode)(1.0 / (20 * (1 + Math.Abs(row - column)))))))),
                },
            },
        };
        return JsonSerializer.SerializeToUtf8Bytes(file);
    }

    private static JsonArray Array(IEnumerable<JsonNode> items) => new([.. items]);
}
