using System.Security.Cryptography;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class ModelCatalogTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("vmaf-models-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_path_goes_before_the_users_folder_then_the_search_path_then_built_in_models()
    {
        var catalog = new ModelCatalog(Folder("user"), [Folder("first"), Folder("second")]);
        Assert.Equal(ModelOrigin.BuiltIn, catalog.GetInfo("vmaf_v0.6.1").Origin);
        string second = Place("second", "vmaf_v0.6.1");
        Assert.Equal((ModelOrigin.EnvironmentPath, second), OriginAndPath(catalog.GetInfo("vmaf_v0.6.1")));
        string first = Place("first", "vmaf_v0.6.1");
        Assert.Equal((ModelOrigin.EnvironmentPath, first), OriginAndPath(catalog.GetInfo("vmaf_v0.6.1")));
        string user = Place("user", "vmaf_v0.6.1");
        Assert.Equal((ModelOrigin.UserFolder, user), OriginAndPath(catalog.GetInfo("vmaf_v0.6.1.json")));
        Assert.Equal((ModelOrigin.Path, second), OriginAndPath(catalog.GetInfo(second)));
    }

    [Fact]
    public void Info_says_what_the_file_holds()
    {
        string path = Place("user", "mine é [1]");
        ModelInfo info = new ModelCatalog(Folder("user"), []).GetInfo("mine é [1]");
        Assert.Equal("mine é [1]", info.Name);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), info.Sha256);
        Assert.Equal(ModelKind.SupportVectorRegression, info.Kind);
        Assert.Equal(3, info.Features.Count);
        Assert.Equal(new ScoreRange(0, 100), info.ScoreRange);
        Assert.False(info.HasTransform);
        Assert.Equal(0, info.MemberCount);
    }

    [Fact]
    public void An_unknown_name_gets_the_nearest_ones()
    {
        Place("user", "vmaf_mine");
        var catalog = new ModelCatalog(Folder("user"), [Folder("missing", create: false)]);
        foreach (string name in (string[])["vmaf_v0.61", "some/folder/vmaf_v0.61", ""])
        {
            VmafException error = Assert.Throws<VmafException>(() => catalog.Load(name));
            Assert.Equal(VmafErrorIds.ModelNotFound, error.ErrorId);
            Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
        }

        Assert.Contains("vmaf_v0.6.1", Assert.Throws<VmafException>(() => catalog.Load("vmaf_v0.61")).Remedy, StringComparison.Ordinal);
        Assert.Contains("vmaf_mine", Assert.Throws<VmafException>(() => catalog.Load("mine")).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_leave_its_folder()
    {
        Place("user", "outside");
        var catalog = new ModelCatalog(Folder("other"), []);
        Assert.Throws<VmafException>(() => catalog.Load("../user/outside"));
    }

    [Fact]
    public void List_has_each_name_once_and_leaves_broken_files_out()
    {
        Place("user", "vmaf_v0.6.1");
        File.WriteAllText(Path.Combine(Folder("first"), "broken.json"), "{");
        var errors = new List<VmafException>();
        IReadOnlyList<ModelInfo> models = new ModelCatalog(Folder("user"), [Folder("first")]).List(errors.Add);
        Assert.Equal(
            [
                "vmaf_v0.6.1", "vmaf_v0.6.1neg", "vmaf_v0.6.1_phone", "vmaf_4k_v0.6.1", "vmaf_4k_v0.6.1neg",
                "vmaf_v1.0.16_3d0h", "vmaf_v1.0.16_5d0h", "vmaf_v1.0.16_1d5h_2160", "vmaf_v1.0.16_3d0h_2160",
                "vmaf_v1.0.16_hfr_3d0h", "vmaf_v1.0.16_hfr_5d0h", "vmaf_v1.0.16_hfr_1d5h_2160", "vmaf_v1.0.16_hfr_3d0h_2160",
            ],
            models.Select(model => model.Name));
        Assert.Equal(ModelOrigin.UserFolder, models[0].Origin);
        Assert.All(models.Skip(1), model => Assert.Equal(ModelOrigin.BuiltIn, model.Origin));
        Assert.Equal(VmafErrorIds.ModelMalformed, Assert.Single(errors).ErrorId);
    }

    private static (ModelOrigin Origin, string? Path) OriginAndPath(ModelInfo info) => (info.Origin, info.Path);

    private string Folder(string name, bool create = true)
    {
        string folder = Path.Combine(_root, name);
        return create ? Directory.CreateDirectory(folder).FullName : folder;
    }

    private string Place(string folder, string model)
    {
        string path = Path.Combine(Folder(folder), model + ".json");
        File.WriteAllBytes(path, new TestModelFile().ToJson());
        return path;
    }
}
