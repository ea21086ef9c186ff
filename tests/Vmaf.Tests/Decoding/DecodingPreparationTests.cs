using Vmaf.Engine.Decoding;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Posix;
using Vmaf.Engine.Pairs;
using Vmaf.Engine.Processes;
using Vmaf.Engine.Video;
using Vmaf.Tests.Fifo;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Decoding;

public sealed class DecodingPreparationTests : IDisposable
{
    private static readonly VideoFormat Small = new(64, 48, ChromaFormat.Yuv420, 8);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_encoded_files_are_prepared()
    {
        string y4m = _folder.Write("clip.y4m", TestVideo.Y4m("YUV4MPEG2 W64 H48 F25:1 Ip C420jpeg\n", Small, 1));
        string raw = _folder.Write("clip_64x48.yuv", TestVideo.Raw(Small, 1));
        string empty = _folder.Write("empty.mp4", []);
        foreach (string path in new[] { y4m, raw, empty, Path.Combine(_folder.FullPath, "missing.mp4"), VideoSource.StandardInput })
        {
            Assert.Null(DecodingPreparation.BeginIfEncoded(path, null, cancellationToken: TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void A_pipe_is_not_looked_into()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a POSIX system.");
        string pipe = Path.Combine(_folder.FullPath, "pipe.mp4");
        Assert.Equal(0, PosixFunctions.MakeFifo(pipe, 0x180));
        Assert.Null(DecodingPreparation.BeginIfEncoded(pipe, null, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_writer_that_waits_for_its_request_ends_with_what_holds_it()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        using var preparation = DecodingPreparation.Begin(path, new DecodeOptions(), TestContext.Current.CancellationToken);
        FifoWriterProcess writer = preparation.TakeWriter()!;
        Assert.Null(preparation.TakeWriter());
        Assert.NotNull(ProcessIdentity.Of(writer.ProcessId));
        int id = writer.ProcessId;
        writer.Dispose();
        FifoRig.WaitUntil(() => ProcessIdentity.Of(id) is null, "the writer is gone");
    }

    [Fact]
    public void A_writer_that_is_not_wanted_ends_with_the_preparation()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        int id;
        using (var preparation = DecodingPreparation.Begin(path, new DecodeOptions(), TestContext.Current.CancellationToken))
        {
            id = preparation.WriterProcessId!.Value;
            Assert.NotNull(ProcessIdentity.Of(id));
        }

        FifoRig.WaitUntil(() => ProcessIdentity.Of(id) is null, "the writer is gone");
    }

    [Fact]
    public void Plain_files_need_no_writer()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        var options = new DecodeOptions { FifoMode = FifoMode.Never };
        using var preparation = DecodingPreparation.Begin(path, options, TestContext.Current.CancellationToken);
        Assert.Null(preparation.TakeWriter());
    }

    [Fact]
    public void What_is_wrong_with_a_prepared_file_is_said_when_it_is_opened()
    {
        string path = _folder.Write("clip.mp4", [0, 0, 0, 16, .. "ftypisom"u8, 1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.NotNull(Ffmpeg.Tools);
        using var preparation = DecodingPreparation.Begin(path, new DecodeOptions(), TestContext.Current.CancellationToken);
        VmafException error = TestVideo.Fails(VmafErrorIds.DecoderFailed, () => preparation.WaitForProbe());
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prepared_file_whose_opening_is_cancelled_is_cancelled()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        using var cancelled = new CancellationTokenSource();
        using var preparation = DecodingPreparation.Begin(path, new DecodeOptions(), cancelled.Token);
        cancelled.Cancel();
        try
        {
            Assert.Equal(64, preparation.WaitForProbe().Size.Width);
        }
        catch (OperationCanceledException)
        {
            // Unless ffprobe was faster.
        }
    }

    [Fact]
    public void An_encoded_pair_whose_reference_fails_says_so()
    {
        string distorted = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        string missing = Path.Combine(_folder.FullPath, "missing.mkv");
        FifoRig.FailsSoon(VmafErrorIds.FileNotFound, () => ClipPair.Open(missing, distorted, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Both_videos_of_an_encoded_pair_come_whole()
    {
        string reference = Ffmpeg.Encode(_folder, "reference.mkv", Small, 4);
        string distorted = Ffmpeg.Encode(_folder, "distorted.mkv", Small, 3);
        using var clips = ClipPair.Open(reference, distorted, null, TestContext.Current.CancellationToken);
        Assert.Equal(TestVideo.Raw(Small, 4), TestVideo.ReadAll(clips.Reference, TestContext.Current.CancellationToken).SelectMany(frame => frame));
        Assert.Equal(TestVideo.Raw(Small, 3), TestVideo.ReadAll(clips.Distorted, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void Ffprobe_states_the_version_that_ffmpeg_states()
    {
        string path = Ffmpeg.Encode(_folder, "clip.mkv", Small, 1);
        FfmpegTools asked = FfmpegTools.Find(TestContext.Current.CancellationToken);
        FfmpegTools told = FfmpegTools.Find(TestContext.Current.CancellationToken);
        Ffprobe.Probe(told, path, TestContext.Current.CancellationToken);
        Assert.Equal(asked.Version, told.Version);
        Assert.NotEqual("unknown", told.Version);
    }
}
