using Vmaf.Engine.Assets;
using Vmaf.Engine.Errors;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Assets;

public sealed class ResultStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Asset MakeAsset(string name, byte[] distorted, params (string Name, object? Value)[] properties) => new(
        "test",
        0,
        0,
        _folder.Write("ref.yuv", [1, 2, 3]),
        _folder.Write(name, distorted),
        properties.Select(property => KeyValuePair.Create(property.Name, property.Value)));

    [Fact]
    public void The_key_follows_contents_properties_and_measurement_but_not_names_or_switches()
    {
        string key = ResultStore.Key(MakeAsset("a.yuv", [7], ("width", 2), ("height", 2)), "vmaf");
        Assert.Equal(key, ResultStore.Key(MakeAsset("b.yuv", [7], ("height", 2), ("width", 2)), "vmaf"));
        Assert.NotEqual(key, ResultStore.Key(MakeAsset("a.yuv", [8], ("width", 2), ("height", 2)), "vmaf"));
        Assert.NotEqual(key, ResultStore.Key(MakeAsset("a.yuv", [7], ("width", 2), ("height", 3)), "vmaf"));
        Assert.NotEqual(key, ResultStore.Key(MakeAsset("a.yuv", [7], ("width", 2), ("height", 2)), "vmaf_neg"));
        Asset switched = MakeAsset("a.yuv", [7], ("width", 2), ("height", 2));
        switched.UsesSourcesAsWorkfiles = true;
        Assert.Equal(key, ResultStore.Key(switched, "vmaf"));
    }

    [Fact]
    public void What_is_saved_is_loaded_until_it_is_removed()
    {
        var store = new ResultStore(Path.Combine(_folder.FullPath, "made", "later"));
        store.Remove("0a");
        Assert.Null(store.Load("0a"));
        store.Save("0a", "first");
        store.Save("0a", "second");
        Assert.Equal("second", store.Load("0a"));
        store.Remove("0a");
        Assert.Null(store.Load("0a"));
    }

    [Fact]
    public void Failures_name_the_file()
    {
        string file = _folder.Write("file", [1]);
        VmafException error = TestVideo.Fails(VmafErrorIds.OutputUnwritable, () => new ResultStore(file).Save("0a", "x"));
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Asset missing = new("test", 0, 0, "missing.yuv", "missing.yuv", []);
        TestVideo.Fails(VmafErrorIds.FileUnreadable, () => ResultStore.Key(missing, "vmaf"));
    }
}
