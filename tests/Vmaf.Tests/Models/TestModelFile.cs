using System.Text;
using System.Text.Json.Nodes;
using Vmaf.Engine.Models;

namespace Vmaf.Tests.Models;

/// <summary>A small model file to vary: three features, two support vectors.</summary>
internal sealed class TestModelFile
{
    public string Libsvm { get; init; } =
        "svm_type nu_svr\nkernel_type rbf\ngamma 0.5\nnr_class 2\ntotal_sv 2\nrho -0.25\nSV\n1.5 1:0.5 3:1 \n-0.5 2:0.25 \n";

    /// <summary>Changes the members of <c>model_dict</c>.</summary>
    public Action<JsonObject> Change { get; init; } = _ => { };

    public JsonObject ToNode()
    {
        var model = new JsonObject
        {
            ["model_type"] = "LIBSVMNUSVR",
            ["norm_type"] = "linear_rescale",
            ["feature_names"] = new JsonArray(
                "Speed_chroma_feature_speed_chroma_uv_score", "VMAF_integer_feature_adm3_score", "VMAF_integer_feature_motion3_score"),
            ["slopes"] = new JsonArray(0.01, 0.5, 2.0, 0.25),
            ["intercepts"] = new JsonArray(-0.1, 0.0, -1.0, 0.125),
            ["score_clip"] = new JsonArray(0, 100),
            ["model"] = Libsvm,
        };
        Change(model);
        return new JsonObject { ["param_dict"] = new JsonObject(), ["model_dict"] = model };
    }

    public byte[] ToJson() => Encoding.UTF8.GetBytes(ToNode().ToJsonString());

    public static VmafModel Load(byte[] json, ModelLoadOptions? options = null)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllBytes(path, json);
        try
        {
            return VmafModel.Load(path, options);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
