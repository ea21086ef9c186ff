using System.Text;
using System.Text.Json.Nodes;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class ModelFileReaderTests
{
    [Fact]
    public void Every_part_of_a_model_is_read()
    {
        VmafModel model = Load(dictionary =>
        {
            dictionary["feature_opts_dicts"] = JsonNode.Parse(
                """[{ "speed_sigma_nn": 0.19, "method": "bilinear" }, { "adm_csf_mode": 2.0, "flag": true }, { "long": 0.12345678 }]""");
            dictionary["chroma_correction_parameter"] = 120.0;
            dictionary["score_transform"] = JsonNode.Parse(
                """{ "p0": 1.5, "p1": null, "p2": 0.25, "knots": [[0, 1], [2, 3]], "out_lte_in": "true", "out_gte_in": false, "enabled": true }""");
        });
        Assert.Equal(["speed_sigma_nn=0.19", "method=bilinear"], Options(model, 0));
        Assert.Equal(["adm_csf_mode=2", "flag=true"], Options(model, 1));
        Assert.Equal(["long=0.123457"], Options(model, 2));
        Assert.Equal(new ChromaCorrection(120, GuidingFeature: 1, GuidedFeature: 0), model.Main.Chroma);
        ScoreTransform transform = model.Main.Transform!;
        Assert.Equal((1.5, null, 0.25), (transform.P0, transform.P1, transform.P2));
        Assert.Equal([(0, 1), (2, 3)], transform.PiecewiseLinear!.Knots);
        Assert.True(transform.LimitsToInput);
        Assert.False(transform.RaisesToInput);
        Assert.Equal(new ScoreRange(0, 100), model.Main.Clip);
        Assert.Equal(new LinearRescale(0.01, -0.1), model.Main.Score);
        Assert.Equal([new(0.5, 0), new(2, -1), new(0.25, 0.125)], model.Main.Features);
        Assert.Equal([0.5, 0, 1], model.Main.Regressor.SupportVector(0).ToArray());
        Assert.Equal([0, 0.25, 0], model.Main.Regressor.SupportVector(1).ToArray());
    }

    [Fact]
    public void Models_without_normalisation_take_raw_features()
    {
        VmafModel model = Load(dictionary => dictionary["norm_type"] = "none");
        double expected = (1.5 * Math.Exp(-0.5 * (0.01 + 0.04 + 1))) - (0.5 * Math.Exp(-0.5 * (0.16 + 0.0025))) + 0.25;
        Assert.Equal(expected, model.Predict([0.4, 0.2, 0]), 1e-14);
    }

    [Fact]
    public void Chroma_follows_luma_where_it_is_exactly_zero()
    {
        VmafModel plain = Load(_ => { });
        VmafModel corrected = Load(dictionary => dictionary["chroma_correction_parameter"] = 120.0);
        Assert.Equal(plain.Predict([60, 0.5, 3]), corrected.Predict([0, 0.5, 3]));
        Assert.Equal(plain.Predict([0.1, 0.5, 3]), corrected.Predict([0.1, 0.5, 3]));
        double[] rows = [0, 0.1, 0.5, 0.5, 3, 3];
        double[] scores = new double[2];
        corrected.Predict(rows, 2, scores);
        Assert.Equal([plain.Predict([60, 0.5, 3]), plain.Predict([0.1, 0.5, 3])], scores);
        double[] normalized = new double[6];
        corrected.Main.Normalize(rows, 2, normalized);
        Assert.Equal([30, 0.05], normalized[..2]);
    }

    [Fact]
    public void Feature_that_is_not_finite_is_named()
    {
        VmafException error = Assert.Throws<VmafException>(() => Load(_ => { }).Predict([1, double.NaN, 1]));
        Assert.Equal(VmafErrorIds.FeatureNotFinite, error.ErrorId);
        Assert.Contains("adm3", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("slopes", "[0.01, 0.5]", "$.model_dict.slopes")]
    [InlineData("slopes", "[0.0, 0.5, 1, 1]", "$.model_dict.slopes")]
    [InlineData("slopes", "[0.01, 0.5, 1e999, 1]", "$.model_dict.slopes[2]")]
    [InlineData("intercepts", "null", "$.model_dict")]
    [InlineData("feature_names", "[]", "$.model_dict.feature_names")]
    [InlineData("feature_names", "[1]", "$.model_dict.feature_names[0]")]
    [InlineData("feature_opts_dicts", "[{}]", "$.model_dict.feature_opts_dicts")]
    [InlineData("feature_opts_dicts", "[{}, {\"x\": [1]}, {}]", "$.model_dict.feature_opts_dicts[1].x")]
    [InlineData("score_clip", "[100, 0]", "$.model_dict.score_clip")]
    [InlineData("score_clip", "{}", "$.model_dict.score_clip")]
    [InlineData("score_transform", "{\"p0\": \"1\"}", "$.model_dict.score_transform.p0")]
    [InlineData("score_transform", "{\"knots\": [[0, 1], [0, 2]]}", "$.model_dict.score_transform.knots")]
    [InlineData("score_transform", "{\"knots\": [[0, 1, 2], [3, 2]]}", "$.model_dict.score_transform.knots[0]")]
    [InlineData("score_transform", "{\"out_lte_in\": \"yes\"}", "$.model_dict.score_transform.out_lte_in")]
    [InlineData("chroma_correction_parameter", "0", "$.model_dict.chroma_correction_parameter")]
    [InlineData("model", "1", "$.model_dict.model")]
    public void Malformed_members_are_named(string member, string json, string place)
    {
        VmafException error = Assert.Throws<VmafException>(() => Load(dictionary => dictionary[member] = JsonNode.Parse(json)));
        Assert.Equal(VmafErrorIds.ModelMalformed, error.ErrorId);
        Assert.Contains($" at {place}:", error.Message, StringComparison.Ordinal);
        Assert.Contains(".json'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rho -0.25", "rho nan", "line 6")]
    [InlineData("rho -0.25\n", "", "line 6")]
    [InlineData("gamma 0.5", "gamma -0.5", "line 7")]
    [InlineData("nr_class 2", "nr_class 3", "line 4")]
    [InlineData("total_sv 2", "total_sv 3", "line 10")]
    [InlineData("total_sv 2", "total_sv 1", "line 8")]
    [InlineData("total_sv 2", "total_sv 99999", "line 7")]
    [InlineData("total_sv 2", "total_sv 2000000000", "line 5")]
    [InlineData("total_sv 2", "total_sv -1", "line 5")]
    [InlineData("1.5 1:0.5", "1.5 4:0.5", "line 8")]
    [InlineData("1.5 1:0.5", "1.5 0:0.5", "line 8")]
    [InlineData("1.5 1:0.5 3:1", "1.5 3:0.5 1:1", "line 8")]
    [InlineData("1.5 1:0.5", "1.5 1=0.5", "line 8")]
    [InlineData("1.5 1:0.5", "x 1:0.5", "line 8")]
    [InlineData("1.5 1:0.5", "1.5 1:1e999", "line 8")]
    [InlineData("SV\n", "", "line 7")]
    [InlineData("svm_type", "what", "line 1")]
    public void Malformed_libsvm_text_is_named_by_line(string old, string changed, string line)
    {
        var file = new TestModelFile();
        byte[] json = new TestModelFile { Libsvm = file.Libsvm.Replace(old, changed, StringComparison.Ordinal) }.ToJson();
        VmafException error = Assert.Throws<VmafException>(() => TestModelFile.Load(json));
        Assert.Equal(VmafErrorIds.ModelMalformed, error.ErrorId);
        Assert.Contains($"$.model_dict.model: {line}:", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model_type", "RANDOMFOREST")]
    [InlineData("norm_type", "logistic")]
    public void Other_kinds_of_model_are_unsupported(string member, string value)
    {
        VmafException error = Assert.Throws<VmafException>(() => Load(dictionary => dictionary[member] = value));
        Assert.Equal(VmafErrorIds.ModelUnsupported, error.ErrorId);
        Assert.Contains(value, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svm_type nu_svr", "svm_type c_svc")]
    [InlineData("kernel_type rbf", "kernel_type precomputed")]
    public void Other_kinds_of_machine_are_unsupported(string old, string changed)
    {
        byte[] json = new TestModelFile { Libsvm = new TestModelFile().Libsvm.Replace(old, changed, StringComparison.Ordinal) }.ToJson();
        Assert.Equal(VmafErrorIds.ModelUnsupported, Assert.Throws<VmafException>(() => TestModelFile.Load(json)).ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"0\": {}}")]
    [InlineData("{\"model_dict\": []}")]
    [InlineData("{\"model_dict\": {\"model_type\": \"\\ud800\"}}")]
    [InlineData("{\"model_dict\": {}} x")]
    public void Broken_files_are_malformed(string json)
    {
        VmafException error = Assert.Throws<VmafException>(() => TestModelFile.Load(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(VmafErrorIds.ModelMalformed, error.ErrorId);
    }

    [Fact]
    public void Deep_nesting_and_invalid_UTF8_are_malformed()
    {
        byte[] deep = Encoding.ASCII.GetBytes(new string('[', 100_000));
        byte[] invalid = [.. "{\"model_dict\": {\"model_type\": \""u8, 0xC3, 0x28, .. "\"}}"u8];
        foreach (byte[] json in new[] { deep, invalid })
        {
            Assert.Equal(VmafErrorIds.ModelMalformed, Assert.Throws<VmafException>(() => TestModelFile.Load(json)).ErrorId);
        }
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.NotNull(TestModelFile.Load([0xEF, 0xBB, 0xBF, .. new TestModelFile().ToJson()]));

    [Fact]
    public void Collections_have_a_main_model_and_members()
    {
        VmafModel model = TestModelFile.Load(Collection(4), new ModelLoadOptions { Name = "score" });
        Assert.Equal(ModelKind.Bootstrap, model.Info.Kind);
        Assert.Equal(3, model.Members.Count);
        Assert.Equal(3, model.Info.MemberCount);
        Assert.Equal("score_0003", model.MemberName(2));
        Assert.Throws<InvalidOperationException>(() => Load(_ => { }).PredictBootstrap([1, 1, 1], []));
    }

    [Fact]
    public void Collections_must_be_whole()
    {
        AssertMalformed(Collection(1));
        AssertMalformed(Collection(3, (index, model) => model["model_type"] = index == 1 ? "RESIDUEBOOTSTRAP_LIBSVMNUSVR" : "BOOTSTRAP_LIBSVMNUSVR"));
        AssertMalformed(Collection(3, (index, model) => model["feature_names"]![2] = index == 2 ? "other" : "one"));
        AssertMalformed(Collection(3, (_, model) => model["model_type"] = "LIBSVMNUSVR"));
    }

    [Fact]
    public void Random_damage_never_ends_in_another_error()
    {
        var random = new Random(2026);
        byte[][] originals = [new TestModelFile().ToJson(), Collection(3)];
        for (int round = 0; round < 6000; round++)
        {
            byte[] json = [.. originals[round % originals.Length]];
            for (int changes = random.Next(1, 6); changes > 0; changes--)
            {
                json[random.Next(json.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : "{}[]\":,.-0123456789eE \\n"u8[random.Next(24)];
            }

            int length = random.Next(4) == 0 ? random.Next(json.Length) : json.Length;
            try
            {
                Assert.NotEmpty(ModelFileReader.Read(json.AsMemory(0, length), "damaged.json"));
            }
            catch (VmafException error)
            {
                Assert.True(error.ErrorId is VmafErrorIds.ModelMalformed or VmafErrorIds.ModelUnsupported, error.Message);
                Assert.Contains("damaged.json", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Missing_files_and_folders_are_said_so()
    {
        Assert.Equal(VmafErrorIds.ModelNotFound, Assert.Throws<VmafException>(() => VmafModel.Load("/no/such/model.json")).ErrorId);
        Assert.Equal(VmafErrorIds.FileUnreadable, Assert.Throws<VmafException>(() => VmafModel.Load(Path.GetTempPath())).ErrorId);
    }

    private static VmafModel Load(Action<JsonObject> change) => TestModelFile.Load(new TestModelFile { Change = change }.ToJson());

    private static IEnumerable<string> Options(VmafModel model, int feature) =>
        model.Features[feature].Options.Select(option => $"{option.Key}={option.Value}");

    private static byte[] Collection(int count, Action<int, JsonObject>? change = null)
    {
        var root = new JsonObject();
        for (int index = 0; index < count; index++)
        {
            JsonObject entry = new TestModelFile { Change = model => model["model_type"] = "BOOTSTRAP_LIBSVMNUSVR" }.ToNode();
            change?.Invoke(index, entry["model_dict"]!.AsObject());
            root[index.ToString(System.Globalization.CultureInfo.InvariantCulture)] = entry;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static void AssertMalformed(byte[] json) =>
        Assert.Equal(VmafErrorIds.ModelMalformed, Assert.Throws<VmafException>(() => TestModelFile.Load(json)).ErrorId);
}
