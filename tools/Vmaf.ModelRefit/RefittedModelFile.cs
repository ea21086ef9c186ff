using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vmaf.Engine.Models;

namespace Vmaf.ModelRefit;

/// <summary>Writes a re-fitted model in libvmaf's JSON format.</summary>
internal static class RefittedModelFile
{
    /// <summary>What surrounds the regressor and stays as the official model has it.</summary>
    private static readonly string[] KeptMembers =
    [
        "model_type", "feature_names", "feature_opts_dicts", "feature_dict", "norm_type", "slopes", "intercepts",
        "score_transform", "score_clip", "chroma_correction_parameter",
    ];

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a model.</summary>
    /// <param name="officialPath">The official model's file, for what surrounds the regressor.</param>
    /// <param name="regressor">The re-fitted regressor.</param>
    /// <param name="outputPath">The file to write.</param>
    public static void Write(string officialPath, SupportVectorRegressor regressor, string outputPath)
    {
        JsonNode official = JsonNode.Parse(File.ReadAllBytes(officialPath))!["model_dict"]!;
        var model = new JsonObject();
        foreach (string member in KeptMembers)
        {
            if (official[member] is { } value)
            {
                model[member] = value.DeepClone();
            }
        }

        model["model"] = LibsvmTextWriter.Write(regressor);
        var file = new JsonObject
        {
            ["param_dict"] = new JsonObject
            {
                ["origin"] = "re-fitted by tools/Vmaf.ModelRefit, see models/README.md",
                ["kernel"] = "rbf",
                ["gamma"] = regressor.Kernel.Gamma,
            },
            ["model_dict"] = model,
        };
        File.WriteAllText(outputPath, file.ToJsonString(Format) + "\n");
    }
}
