using Vmaf.Engine.Caching;
using Vmaf.Engine.Errors;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Caching;

public sealed class ResultStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
    }
}
