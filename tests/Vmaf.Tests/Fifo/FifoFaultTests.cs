using System.Diagnostics;
using System.Globalization;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Processes;
using Vmaf.Engine.Video;
using Vmaf.Tests.Infrastructure;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Fifo;

/// <summary>Writers, decoders and readers that fail at every step: each ends soon, with the cause, and leaves nothing behind.</summary>
public sealed class FifoFaultTests : IDisposable
{
    private readonly FifoRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_writer_killed_before_it_is_ready()
    {
        WriterOpener opener = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(null, opener);
        PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Kill);
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => stage.WaitUntilReady(TestContext.Current.CancellationToken));
        Assert.Contains("signal 9 before it was ready", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_two_writers_killed_before_it_is_ready()
    {
        WriterOpener reference = _rig.ClipOpener(1, VideoSide.Reference);
        WriterOpener distorted = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(null, reference, distorted);
        PosixSignals.Send(reference.Writer.ProcessId, PosixSignals.Kill);
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => stage.WaitUntilReady(TestContext.Current.CancellationToken));
        Assert.Contains("reference", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_killed_after_it_is_ready()
    {
        WriterOpener opener = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(null, opener);
        stage.WaitUntilReady(TestContext.Current.CancellationToken);
        PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Kill);
        using FifoFrameSource source = _rig.Source(opener, stage);
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains("while its frames were read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_killed_while_it_streams_and_its_decoder_goes_on()
    {
        WriterOpener opener = _rig.ScriptOpener("cat /dev/zero > \"$out\"");
        using FifoFrameSource source = _rig.Source(opener);
        ReadOne(source);
        _rig.WaitForDecoder();
        PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Kill);
        FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_program_that_is_no_writer()
    {
        string clip = _rig.Clip(1);
        var program = FifoWriterProgram.DotnetTool("/bin/sh", "missing.dll");
        FifoStage stage = _rig.Begin(null, _rig.Opener(new ClipInput(clip, FifoRig.Format, null), clip, VideoSide.Distorted, program));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => stage.WaitUntilReady(TestContext.Current.CancellationToken));
        Assert.Contains("exec", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_does_not_exist()
    {
        string clip = _rig.Clip(1);
        var program = FifoWriterProgram.DotnetTool("/nowhere/dotnet", "missing.dll");
        WriterOpener opener = _rig.Opener(new ClipInput(clip, FifoRig.Format, null), clip, VideoSide.Distorted, program);
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => _rig.Begin(null, opener));
        Assert.Contains("/nowhere/dotnet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_semaphore_that_is_gone_before_the_writer_opens_it()
    {
        WriterOpener opener = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(null, opener);
        NamedSemaphore.Unlink(_rig.Session.SessionName.SemaphoreName(FifoStageKind.Workfile));
        FifoRig.FailsSoon(VmafErrorIds.SemaphoreFailed, () => stage.WaitUntilReady(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_semaphore_name_that_is_taken()
    {
        using INamedSemaphore taken = _rig.Session.CreateSemaphore(FifoStageKind.Workfile);
        FifoRig.FailsSoon(VmafErrorIds.SemaphoreFailed, () => _rig.Begin(null, new NoOpOpener(VideoSide.Distorted, "x")));
    }

    [Fact]
    public void A_temporary_folder_that_is_gone_before_the_writer_comes()
    {
        Directory.Delete(_rig.Session.Folder);
        FifoStage stage = _rig.Begin(null, _rig.ClipOpener(1));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.TemporaryFolderUnusable, () => stage.WaitUntilReady(TestContext.Current.CancellationToken));
        Assert.Contains("TMPDIR", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_does_not_exist()
    {
        using FifoFrameSource source = _rig.Source(_rig.Opener(new ClipInput("/nowhere/clip.yuv", FifoRig.Format, null), "/nowhere/clip.yuv"));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.FileNotFound, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains("/nowhere/clip.yuv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoder_that_does_not_exist()
    {
        using FifoFrameSource source = _rig.Source(_rig.Opener(new DecoderInput("movie.mp4", "/nowhere/ffmpeg", []), "movie.mp4"));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.DecoderNotFound, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains("ffmpeg", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoder_that_fails_on_its_arguments()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener("echo 'Unrecognized option' >&2; exit 1"));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.DecoderFailed, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains("exit code 1: Unrecognized option", error.Message, StringComparison.Ordinal);
        Assert.Contains("movie.mp4", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo nope >&2; exit 7", "exit code 7: nope")]
    [InlineData("kill -SEGV $$", "signal 11")]
    public void A_decoder_that_is_gone_before_anybody_reads(string script, string said)
    {
        using FifoFrameSource source = SourceWhoseWriterIsGone(_rig.ScriptOpener(script));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.DecoderFailed, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public void A_decoder_that_wrote_nothing_and_is_gone_before_anybody_reads_gives_an_empty_video()
    {
        using FifoFrameSource source = SourceWhoseWriterIsGone(_rig.ScriptOpener("exit 0"));
        Assert.Empty(TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_decoder_that_fails_with_a_word_of_broken_pipes()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener(
            "cat \"$frames\" > \"$out\"; echo 'av_interleaved_write_frame(): Broken pipe' >&2; exit 1"));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.DecoderFailed, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains("exit code 1: av_interleaved_write_frame", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoder_that_complains_of_broken_pipes_and_goes_on()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener("cat \"$frames\" > \"$out\"; echo 'Broken pipe' >&2"));
        Assert.Equal(3, TestVideo.ReadAll(source, TestContext.Current.CancellationToken).Count);
        Assert.Contains("Broken pipe", Assert.Single(_rig.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoder_lets_measuring_go_before_it()
    {
        (_, string own) = ChildProcess.Run("nice", [], new Dictionary<string, string?>(), TimeSpan.FromSeconds(30));
        int nicer = Math.Min(19, int.Parse(own, CultureInfo.InvariantCulture) + 10);
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener("cat \"$frames\" > \"$out\"; echo \"niceness $(nice)\" >&2"));
        Assert.Equal(3, TestVideo.ReadAll(source, TestContext.Current.CancellationToken).Count);
        Assert.EndsWith($"niceness {nicer}", Assert.Single(_rig.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoder_whose_reader_has_what_it_wants_may_fail()
    {
        WriterOpener opener = _rig.ScriptOpener("trap '' PIPE; while cat \"$frames\"; do :; done > \"$out\"; echo 'Broken pipe' >&2; exit 1");
        using var source = new FrameRange(_rig.Source(opener), 1, 4);
        Assert.Equal(4, TestVideo.ReadAll(source, TestContext.Current.CancellationToken).Count);
        source.Dispose();
        Assert.Empty(_rig.Warnings);
    }

    [Theory]
    [InlineData("cat \"$frames\" > \"$out\"; echo no more >&2; exit 3", "exit code 3: no more")]
    [InlineData("head -c 3000 \"$frames\" > \"$out\"; echo cut >&2; exit 3", "exit code 3: cut")]
    [InlineData("sleep 1; echo never opened >&2; exit 3", "exit code 3: never opened")]
    [InlineData("echo gone >&2; exit 3", "exit code 3: gone")]
    public void A_decoder_that_fails_behind_a_luma_callback(string script, string said)
    {
        using FifoFrameSource source = _rig.ProcessedSource(_rig.ScriptOpener(script));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.DecoderFailed, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_killed_behind_a_luma_callback()
    {
        WriterOpener feeder = _rig.ScriptOpener("exec sleep 1000");
        using FifoFrameSource source = _rig.ProcessedSource(feeder);
        _rig.WaitForDecoder();
        PosixSignals.Send(feeder.Writer.ProcessId, PosixSignals.Kill);
        FifoRig.FailsSoon(VmafErrorIds.WriterDied, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_luma_callback_that_fails_does_not_wait_for_its_decoder()
    {
        using FifoFrameSource source = _rig.ProcessedSource(_rig.ScriptOpener("cat \"$frames\" > \"$out\""), "no such callback");
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.AssetInvalid, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains("no such callback", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("head -c 3000 \"$frames\" > \"$out\"; echo 'Invalid data' >&2; exit 3", "exit code 3: Invalid data")]
    [InlineData("cat \"$frames\" > \"$out\"; kill -9 $$", "signal 9")]
    public void A_decoder_that_fails_half_way(string script, string said)
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener(script));
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.DecoderFailed, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decoder_that_ends_well_inside_a_frame()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener("head -c 3000 \"$frames\" > \"$out\""));
        FifoRig.FailsSoon(VmafErrorIds.TruncatedFrame, () => TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_reader_that_stops_early_ends_the_decoder()
    {
        WriterOpener opener = _rig.ScriptOpener("while :; do cat \"$frames\"; done > \"$out\"");
        using (FifoFrameSource source = _rig.Source(opener))
        {
            ReadOne(source);
            _rig.WaitForDecoder();
        }
    }

    [Fact]
    public void A_decoder_that_hangs_ends_with_its_reader()
    {
        WriterOpener opener = _rig.ScriptOpener("exec sleep 1000");
        using FifoFrameSource source = _rig.Source(opener);
        using var cancelled = new CancellationTokenSource();
        var read = Task.Run(() => TestVideo.ReadAll(source, cancelled.Token), TestContext.Current.CancellationToken);
        _rig.WaitForDecoder();
        long start = Stopwatch.GetTimestamp();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => read.GetAwaiter().GetResult());
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3), "cancelling took long");
    }

    [Fact]
    public void A_wait_that_is_cancelled()
    {
        WriterOpener opener = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(null, opener);
        PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Stop);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        Assert.Throws<OperationCanceledException>(() => stage.WaitUntilReady(cancelled.Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    [InlineData(350)]
    public void A_run_that_is_cancelled_at_any_time(int milliseconds)
    {
        WriterOpener opener = _rig.ScriptOpener("while :; do cat \"$frames\"; done > \"$out\"");
        using FifoFrameSource source = _rig.Source(opener);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
        VideoFrame frame = VideoFrame.Allocate(FifoRig.Format);
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            while (source.TryRead(frame, cancelled.Token))
            {
            }
        });
        frame.Release();
    }

    [Fact]
    public void A_parent_that_is_killed_leaves_nothing_behind()
    {
        using Process parent = OrphaningParent.Start(_rig.Folder.FullPath, _rig.ScriptOpener("while :; do cat \"$frames\"; done > \"$out\""));
        int decoder = _rig.WaitForDecoder();
        string folder = parent.StandardOutput.ReadLine()!;
        int writer = int.Parse(parent.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(Directory.Exists(folder));
        PosixSignals.Send(parent.Id, PosixSignals.Kill);
        FifoRig.WaitUntil(() => ProcessIdentity.Of(writer) is null && ProcessIdentity.Of(decoder) is null, "writer and decoder are gone");
        FifoRig.WaitUntil(() => !Directory.Exists(folder), "the temporary folder is gone");
    }

    [Theory]
    [InlineData("exec sleep 1000")]
    [InlineData("exec cat > \"$out\" < /dev/zero")]
    public void A_decoder_whose_writer_and_parent_are_killed_ends_by_itself(string script)
    {
        Assert.SkipUnless(ParentDeathSignal.Launcher is not null, "Needs setpriv of util-linux 2.33 or newer.");
        using Process parent = OrphaningParent.Start(_rig.Folder.FullPath, _rig.ScriptOpener(script));
        int decoder = _rig.WaitForDecoder();
        string folder = parent.StandardOutput.ReadLine()!;
        int writer = int.Parse(parent.StandardOutput.ReadLine()!, System.Globalization.CultureInfo.InvariantCulture);
        PosixSignals.Send(writer, PosixSignals.Stop);
        PosixSignals.Send(parent.Id, PosixSignals.Kill);
        PosixSignals.Send(writer, PosixSignals.Kill);
        FifoRig.WaitUntil(() => ProcessIdentity.Of(decoder) is null, "the decoder is gone");
        FifoRig.WaitUntil(() => ProcessIdentity.Of(parent.Id) is null && ProcessIdentity.Of(writer) is null, "parent and writer are gone");

        // Nobody was left to remove the folder; the next session does.
        Assert.True(Directory.Exists(folder));
        StaleSessions.Remove(_rig.Folder.FullPath);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void A_parent_that_ends_without_tidying_up_leaves_nothing_behind()
    {
        using Process parent = OrphaningParent.Start(_rig.Folder.FullPath, _rig.ScriptOpener("exec sleep 1000"));
        int decoder = _rig.WaitForDecoder();
        string folder = parent.StandardOutput.ReadLine()!;
        parent.StandardInput.Close();
        Assert.True(parent.WaitForExit(TimeSpan.FromSeconds(20)));
        FifoRig.WaitUntil(() => ProcessIdentity.Of(decoder) is null, "the decoder is gone");
        Assert.False(Directory.Exists(folder));
    }

    /// <summary>A video that is read only once its writer and decoder have ended.</summary>
    private FifoFrameSource SourceWhoseWriterIsGone(WriterOpener opener)
    {
        FifoStage stage = _rig.Begin(null, opener);
        stage.WaitUntilReady(TestContext.Current.CancellationToken);
        FifoRig.WaitUntil(() => ProcessIdentity.Of(opener.Writer.ProcessId) is null, "the writer is gone");
        return _rig.Source(opener, stage);
    }

    private static void ReadOne(FifoFrameSource source)
    {
        VideoFrame frame = VideoFrame.Allocate(source.Format);
        Assert.True(source.TryRead(frame, TestContext.Current.CancellationToken));
        frame.Release();
    }
}
