using System.Security.Cryptography;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Models;
using Vmaf.Engine.Models.Installation;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class ModelInstallerTests : IDisposable
{
    private static readonly string Model = Encoding.UTF8.GetString(new TestModelFile().ToJson());

    private readonly TemporaryFolder _folder = new();
    private readonly ModelCatalog _catalog;

    public ModelInstallerTests() => _catalog = new ModelCatalog(Path.Combine(_folder.FullPath, "new", "models"), []);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_found_by_name_once_it_is_installed()
    {
        string file = Write("mine.json", Model);
        ModelInfo info = new ModelInstaller(_catalog).Install(file, "other", replaces: false);
        Assert.Equal(("other", ModelOrigin.UserFolder), (info.Name, info.Origin));
        Assert.Equal(info.Sha256, _catalog.GetInfo("other").Sha256);
        Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(info.Path!));
        Assert.Single(Directory.GetFiles(_catalog.UserFolder));
    }

    [Fact]
    public void What_is_no_model_is_not_installed()
    {
        TestVideo.Fails(VmafErrorIds.ModelMalformed, () => new ModelInstaller(_catalog).Install(Write("bad.json", "{}"), null, replaces: true));
        string file = Write("mine.json", Model);
        foreach (string name in (string[])["a/b", "../a", "..", ".", " ", "auto"])
        {
            TestVideo.Fails(VmafErrorIds.OptionInvalid, () => new ModelInstaller(_catalog).Install(file, name, replaces: true));
        }

        Assert.False(Directory.Exists(_catalog.UserFolder));
    }

    [Fact]
    public void Another_model_of_the_same_name_is_replaced_only_on_purpose()
    {
        var installer = new ModelInstaller(_catalog);
        string first = Write("mine.json", Model);
        installer.Install(first, null, replaces: false);
        installer.Install(first, null, replaces: false);
        string second = Write("changed.json", Model + " ");
        TestVideo.Fails(VmafErrorIds.OutputExists, () => installer.Install(second, "mine", replaces: false));
        Assert.Equal(Model, File.ReadAllText(installer.PathOf("mine")));
        installer.Install(second, "mine", replaces: true);
        Assert.Equal(Model + " ", File.ReadAllText(installer.PathOf("mine")));
    }

    [Fact]
    public void A_fetched_file_must_have_the_pinned_hash()
    {
        byte[] content = Encoding.UTF8.GetBytes(Model);
        var model = new OfficialModel("vmaf_test", "vmaf_test.json", Convert.ToHexStringLower(SHA256.HashData(content)));
        var asked = new List<Uri>();
        var altered = new ModelInstaller(_catalog, (_, _) => [.. content, 32]);
        TestVideo.Fails(VmafErrorIds.HashMismatch, () => altered.Install(model, replaces: true, TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(_catalog.UserFolder));
        var installer = new ModelInstaller(_catalog, (address, _) =>
        {
            asked.Add(address);
            return content;
        });
        installer.Install(model, replaces: false, TestContext.Current.CancellationToken);
        ModelInfo info = installer.Install(model, replaces: false, TestContext.Current.CancellationToken);
        Assert.Equal(model.Sha256, info.Sha256);
        Assert.Equal([model.Address], asked);
    }

    [Fact]
    public void No_network_is_an_error_that_says_what_to_do()
    {
        var offline = new ModelInstaller(_catalog, (_, _) => ModelDownload.Fetch(new Uri("http://127.0.0.1:9/none"), CancellationToken.None));
        VmafException error = TestVideo.Fails(
            VmafErrorIds.DownloadFailed, () => offline.Install(OfficialModel.All[0], replaces: false, TestContext.Current.CancellationToken));
        Assert.Contains("install it from the file", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Pinned_hashes_are_those_of_the_official_files()
    {
        Assert.SkipUnless(SharedData.Available, "Needs the official model files in ../shared/models.");
        Assert.All(OfficialModel.All, model =>
        {
            Assert.Equal(model.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(SharedData.Model(model.Name + ".json")))));
            Assert.EndsWith($"{model.Name}.json", model.Address.AbsolutePath, StringComparison.Ordinal);
        });
        Assert.Equal(OfficialModel.All.Count, OfficialModel.All.DistinctBy(model => model.Name).Count());
    }

    private string Write(string name, string text) => _folder.Write(name, Encoding.UTF8.GetBytes(text));
}
