using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Posix;
using Vmaf.Engine.Models;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Models;

public sealed class ModelFromPipeTests
{
    [Fact]
    public void A_named_pipe_is_refused_at_once_as_nobody_may_ever_write_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes are files only on POSIX systems.");
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.FullPath, "model.json");
        Assert.Equal(0, PosixFunctions.MakeFifo(path, 0x180));

        VmafException error = TestVideo.Fails(VmafErrorIds.ModelMalformed, () => VmafModel.Load(path));

        Assert.Contains("no regular file", error.Message, StringComparison.Ordinal);
    }
}
