using Vmaf.Engine.Assets;
using Vmaf.Engine.Errors;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Assets;

public sealed class AssetResultKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_key_follows_contents_properties_and_measurement_but_not_names_or_switches()
    {
        string key = KeyOf(MakeAsset("a.yuv", [7], ("width", 2), ("height", 2)), "vmaf");
        Assert.Equal(key, KeyOf(MakeAsset("b.yuv", [7], ("height", 2), ("width", 2)), "vmaf"));
        Assert.NotEqual(key, KeyOf(MakeAsset("a.yuv", [8], ("width", 2), ("height", 2)), "vmaf"));
        Assert.NotEqual(key, KeyOf(MakeAsset("a.yuv", [7], ("width", 2), ("height", 3)), "vmaf"));
        Assert.NotEqual(key, KeyOf(MakeAsset("a.yuv", [7], ("width", 2), ("height", 2)), "vmaf_neg"));
        Asset switched = MakeAsset("a.yuv", [7], ("width", 2), ("height", 2));
        switched.UsesSourcesAsWorkfiles = true;
        Assert.Equal(key, KeyOf(switched, "vmaf"));
    }

    [Fact]
    public void A_video_that_is_missing_is_an_error()
    {
        Asset missing = new("test", 0, 0, "missing.yuv", "missing.yuv", []);
        TestVideo.Fails(VmafErrorIds.FileUnreadable, () => KeyOf(missing, "vmaf"));
    }

    private static string KeyOf(Asset asset, string measurement) =>
        AssetResultKey.Of(asset, measurement, TestContext.Current.CancellationToken);

    private Asset MakeAsset(string name, byte[] distorted, params (string Name, object? Value)[] properties) => new(
        "test",
        0,
        0,
        _folder.Write("ref.yuv", [1, 2, 3]),
        _folder.Write(name, distorted),
        properties.Select(property => KeyValuePair.Create(property.Name, property.Value)));
}
