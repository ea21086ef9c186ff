using System.Diagnostics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Video;
using Xunit;

namespace Vmaf.Tests.Video;

public sealed class VideoSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_file_is_named_with_its_nearest_neighbours()
    {
        _folder.Write("reference.y4m", [1]);
        VmafException error = TestVideo.Fails(VmafErrorIds.FileNotFound, () => VideoSource.Open(Path.Combine(_folder.FullPath, "refrence.y4m")));
        Assert.Contains("reference.y4m", error.Remedy, StringComparison.Ordinal);
        TestVideo.Fails(VmafErrorIds.FileNotFound, () => VideoSource.Open(Path.Combine(_folder.FullPath, "no", "such.y4m")));
    }

    [Fact]
    public void A_name_that_is_not_utf8_is_told_as_such()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no such names.");
        Shell("printf YUV4MPEG2 > \"$(printf 'bad\\377.y4m')\"");
        try
        {
            string path = Assert.Single(Directory.GetFiles(_folder.FullPath));
            VmafException error = TestVideo.Fails(VmafErrorIds.FileNotFound, () => VideoSource.Open(path));
            Assert.Contains("rename it", error.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain("similar", error.Remedy, StringComparison.Ordinal);
        }
        finally
        {
            // .NET cannot remove it either.
            Shell("rm *.y4m");
        }

        void Shell(string script)
        {
            using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { WorkingDirectory = _folder.FullPath })!;
            shell.WaitForExit();
            Assert.Equal(0, shell.ExitCode);
        }
    }

    [Fact]
    public void A_folder_is_no_video() => TestVideo.Fails(VmafErrorIds.FileUnreadable, () => VideoSource.Open(_folder.FullPath));

    [Fact]
    public void A_path_that_cannot_be_is_unreadable() => TestVideo.Fails(VmafErrorIds.FileUnreadable, () => VideoSource.Open("a\0b"));

    [Theory]
    [InlineData("empty.y4m")]
    [InlineData("empty_16x16.yuv")]
    [InlineData("empty.mp4")]
    public void An_empty_file_is_named(string name) => TestVideo.Fails(VmafErrorIds.FileEmpty, () => VideoSource.Open(_folder.Write(name, [])));

    [Theory]
    [InlineData("clip.bin", "\0\0\0 ftypisom\0\0\0\0", "MP4")]
    [InlineData("clip.bin", "\0\0\0\u0014ftypqt  \0\0\0\0", "QuickTime")]
    [InlineData("clip.bin", "\u001A\u0045\u00DF\u00A3\u009F\u0042\u0086webm\0\0\0", "WebM")]
    [InlineData("clip.bin", "\u001A\u0045\u00DF\u00A3\u009F\u0042\u0086matroska", "Matroska")]
    [InlineData("clip_16x16.bin", "RIFF\0\0\0\0AVI LIST", "AVI")]
    [InlineData("clip.mkv", "something else in it", "Matroska")]
    public void Encoded_video_from_a_pipe_is_named_with_the_way_to_decode_it(string name, string start, string container)
    {
        VmafException error = TestVideo.Fails(
            VmafErrorIds.FormatUnsupported,
            () => VideoSource.Open(new MemoryStream([.. start.Select(letter => (byte)letter)]), name));
        Assert.Contains($"({container})", error.Message, StringComparison.Ordinal);
        Assert.Contains("ffmpeg -i", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transport_stream_is_told_from_flat_grey()
    {
        byte[] bytes = new byte[16 * 16 * 3 / 2];
        Array.Fill(bytes, (byte)0x47);
        using (IFrameSource grey = VideoSource.Open(_folder.Write("grey_16x16.yuv", bytes)))
        {
            Assert.Equal(1, grey.FrameCount);
        }

        byte[] stream = new byte[3 * 188];
        stream[0] = stream[188] = stream[376] = 0x47;
        VmafException error = TestVideo.Fails(VmafErrorIds.FormatUnsupported, () => VideoSource.Open(new MemoryStream(stream), "clip_16x16.bin"));
        Assert.Contains("transport stream", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_size_makes_raw_of_all_but_what_is_surely_encoded()
    {
        var hints = new RawVideoHints(4, 4, ChromaFormat.Yuv400, 8);
        byte[] start = [.. "\0\0\0 ftypisom\0\0\0\0"u8];
        using (IFrameSource raw = VideoSource.Open(_folder.Write("clip.bin", start), hints))
        {
            Assert.Equal(1, raw.FrameCount);
        }

        TestVideo.Fails(VmafErrorIds.FormatUnsupported, () => VideoSource.Open(new MemoryStream(start), "clip.mp4", hints));
    }

    [Fact]
    public void The_signature_counts_more_than_the_extension()
    {
        var format = new VideoFormat(16, 8, ChromaFormat.Yuv420, 8);
        byte[] bytes = TestVideo.Y4m("YUV4MPEG2 W16 H8\n", format, 1);
        using IFrameSource source = VideoSource.Open(_folder.Write("clip_99x99.yuv", bytes));
        Assert.IsType<Y4mReader>(source);
        TestVideo.Fails(VmafErrorIds.Y4mMalformed, () => VideoSource.Open(_folder.Write("clip_16x8.y4m", new byte[192])));
    }

    [Fact]
    public void Opening_that_fails_closes_the_stream()
    {
        var stream = new MemoryStream([.. "YUV4MPEG2 W16\n"u8]);
        TestVideo.Fails(VmafErrorIds.Y4mMalformed, () => VideoSource.Open(stream, "pipe"));
        Assert.False(stream.CanRead);
    }

    [Fact]
    public async Task A_named_pipe_is_read_as_it_comes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes are in the file system on Unix only.");
        string path = await MakeNamedPipe("pipe_32x16_420p10.yuv");
        var format = new VideoFormat(32, 16, ChromaFormat.Yuv420, 10);
        byte[] bytes = TestVideo.Raw(format, 300);
        Task writer = Task.Run(
            () =>
            {
                using var pipe = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
                pipe.Write(bytes);
            },
            TestContext.Current.CancellationToken);
        using IFrameSource source = VideoSource.Open(path);
        Assert.Equal(format, source.Format);
        Assert.Null(source.FrameCount);
        using var cancellation = new CancellationTokenSource();
        Assert.Equal(300, TestVideo.ReadAll(source, cancellation.Token).Count);
        await writer;
    }

    [Fact]
    public async Task The_wait_for_a_producer_that_never_comes_can_be_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes are in the file system on Unix only.");
        string path = await MakeNamedPipe("pipe_16x16.yuv");
        using var cancellation = new CancellationTokenSource();
        Task<IFrameSource> opening = Task.Run(() => VideoSource.Open(path, cancellationToken: cancellation.Token), TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    [Fact]
    public async Task The_wait_for_a_producer_that_writes_nothing_can_be_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes are in the file system on Unix only.");
        string path = await MakeNamedPipe("pipe_16x16.yuv");
        using var cancellation = new CancellationTokenSource();
        Task<IFrameSource> opening = Task.Run(() => VideoSource.Open(path, cancellationToken: cancellation.Token), TestContext.Current.CancellationToken);
        await using (new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        }
    }

    [Fact]
    public void A_device_without_length_is_read_as_a_stream()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "Needs /dev/zero.");
        using IFrameSource source = VideoSource.Open("/dev/zero", new RawVideoHints(16, 16, ChromaFormat.Yuv420, 8));
        Assert.Null(source.FrameCount);
        Assert.True(source.TrySkip(TestContext.Current.CancellationToken));
    }

    private async Task<string> MakeNamedPipe(string name)
    {
        string path = Path.Combine(_folder.FullPath, name);
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", [path]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        return path;
    }
}
