using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class FileByteSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1000000)]
    [InlineData(77, 600001)]
    public void Any_part_of_a_file_is_sent_and_the_position_stays(int offset, int count)
    {
        byte[] bytes = new byte[1000000];
        new Random(3).NextBytes(bytes);
        using FileByteSource source = Open(bytes);
        source.Seek(5);
        var output = new MemoryStream();
        source.Send(offset, count, output);
        Assert.True(output.ToArray().AsSpan().SequenceEqual(bytes.AsSpan(offset, count)), "the bytes differ");
        Assert.Equal(5, source.Position);
    }

    [Fact]
    public void Bytes_that_are_not_there_any_more_are_an_error()
    {
        using FileByteSource source = Open(new byte[100]);
        VmafException error = TestVideo.Fails(VmafErrorIds.FileUnreadable, () => source.Send(60, 41, new MemoryStream()));
        Assert.Contains("shorter", error.Message, StringComparison.Ordinal);
    }

    private FileByteSource Open(byte[] bytes)
    {
        string path = _folder.Write("bytes.bin", bytes);
        return new FileByteSource(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0), path);
    }
}
