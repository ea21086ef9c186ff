using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class FileTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FileTargetTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Symbolic links need rights on Windows.");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_link_to_a_link_is_the_file_at_the_end()
    {
        string file = _folder.Write("clip.yuv", new byte[1234]);
        string link = Link("outer.yuv", Link("inner.yuv", "clip.yuv"));
        Assert.Equal((file, 1234), (FileTarget.Find(link).FullName, FileTarget.Find(link).Length));
        Assert.Equal(file, FileTarget.Find(file).FullName);
        Assert.True(FileTarget.HasContent(link));
    }

    [Fact]
    public void What_leads_nowhere_or_to_no_content_has_none()
    {
        Assert.False(FileTarget.HasContent(Path.Combine(_folder.FullPath, "none")));
        Assert.False(FileTarget.HasContent(Link("dangling", "none")));
        Assert.False(FileTarget.HasContent(Link("device", "/dev/null")));
        Assert.False(FileTarget.HasContent(Link("empty", _folder.Write("empty.yuv", []))));
        string loop = Link("loop", "loop");
        Assert.Equal(loop, FileTarget.Find(loop).FullName);
    }

    private string Link(string name, string target) => File.CreateSymbolicLink(Path.Combine(_folder.FullPath, name), target).FullName;
}
