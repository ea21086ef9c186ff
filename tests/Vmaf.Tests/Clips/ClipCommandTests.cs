using Vmaf.Clips;
using Vmaf.Clips.Commands;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Clips;

public sealed class ClipCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("clip.y4m")]
    [InlineData("clip_50x30_yuv422p10le.yuv")]
    public void Make_writes_the_clip_that_was_asked_for(string name)
    {
        string path = Path.Combine(_folder.FullPath, name);
        MakeCommand.Run(["--size", "50x30", "--frames", "3", "--chroma", "422", "--depth", "10", "--seed", "4", "--degrade", "blur", "--strength", "2", "-o", path]);
        IClip expected = SyntheticClip.Create(new VideoFormat(50, 30, ChromaFormat.Yuv422, 10), 3, seed: 4).Degrade(Degradation.Blur, 2);
        using IFrameSource source = VideoSource.Open(path);
        Assert.Equal(
            Enumerable.Range(0, 3).Select(index => expected.Frame(index).ToBytes()),
            TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("--sise", "50x30")]
    [InlineData("--size")]
    [InlineData("--size", "50", "-o", "x.y4m")]
    [InlineData("--size", "50x30")]
    [InlineData("--size", "50x30", "--chroma", "411", "-o", "x.y4m")]
    [InlineData("--size", "50x30", "--degrade", "melt", "-o", "x.y4m")]
    public void Wrong_options_are_refused(params string[] arguments) => Assert.Throws<ArgumentException>(() => MakeCommand.Run(arguments));
}
