using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Fifo.Writer;
using Vmaf.Engine.Processes;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Fifo;

/// <summary>Writers that do what they should.</summary>
public sealed class FifoProtocolTests : IDisposable
{
    private readonly FifoRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public void A_clip_comes_through_the_fifo_as_it_is_in_the_file()
    {
        using FifoFrameSource source = _rig.Source(_rig.ClipOpener(5));
        List<byte[]> frames = TestVideo.ReadAll(source, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, 5).Select(frame => TestVideo.PackedFrame(FifoRig.Format, frame)), frames);
    }

    [Fact]
    public void A_range_of_frames_is_cut_out()
    {
        using FifoFrameSource source = _rig.Source(_rig.ClipOpener(6, frames: new FrameInterval(2, 4)));
        List<byte[]> frames = TestVideo.ReadAll(source, TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(2, 3).Select(frame => TestVideo.PackedFrame(FifoRig.Format, frame)), frames);
    }

    [Fact]
    public void A_y4m_file_is_sent_as_raw_frames()
    {
        string clip = _rig.Folder.Write("clip.y4m", TestVideo.Y4m("YUV4MPEG2 W48 H32 F25:1 Ip C420jpeg\n", FifoRig.Format, 3));
        using FifoFrameSource source = _rig.Source(_rig.Opener(new ClipInput(clip, FifoRig.Format, null), clip));
        Assert.Equal(TestVideo.Raw(FifoRig.Format, 3), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Frames_larger_than_a_pipe_come_whole(bool isY4m)
    {
        var format = new VideoFormat(1281, 721, ChromaFormat.Yuv444, 10);
        string clip = isY4m
            ? _rig.Folder.Write("clip.y4m", TestVideo.Y4m("YUV4MPEG2 W1281 H721 F25:1 Ip C444p10\n", format, 3))
            : _rig.Folder.Write("clip.yuv", TestVideo.Raw(format, 3));
        WriterOpener opener = _rig.Opener(new ClipInput(clip, format, new FrameInterval(1, 2)), clip);
        using var source = new FifoFrameSource(_rig.Begin(null, opener), opener, "movie.mp4", format);
        List<byte[]> frames = TestVideo.ReadAll(source, TestContext.Current.CancellationToken);
        Assert.Equal(2, frames.Count);
        Assert.True(frames[0].AsSpan().SequenceEqual(TestVideo.PackedFrame(format, 1)), "the first frame differs");
        Assert.True(frames[1].AsSpan().SequenceEqual(TestVideo.PackedFrame(format, 2)), "the second frame differs");
    }

    [Fact]
    public void Both_sides_share_one_stage()
    {
        WriterOpener reference = _rig.ClipOpener(2, VideoSide.Reference);
        WriterOpener distorted = _rig.ClipOpener(3);
        FifoStage stage = _rig.Begin(null, reference, distorted);
        stage.WaitUntilReady(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(reference.TargetPath) && File.Exists(distorted.TargetPath), "ready means that the FIFOs exist");
        using FifoFrameSource second = _rig.Source(distorted, stage);
        using FifoFrameSource first = _rig.Source(reference, stage);
        Assert.Equal(3, TestVideo.ReadAll(second, TestContext.Current.CancellationToken).Count);
        Assert.Equal(2, TestVideo.ReadAll(first, TestContext.Current.CancellationToken).Count);
        Assert.Empty(_rig.Warnings);
    }

    [Fact]
    public void An_opener_that_opens_nothing_releases_all_the_same()
    {
        WriterOpener distorted = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(null, new NoOpOpener(VideoSide.Reference, "unused"), distorted);
        using FifoFrameSource source = _rig.Source(distorted, stage);
        Assert.Single(TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Openers_that_all_open_nothing_are_ready_at_once()
    {
        FifoStage stage = _rig.Begin(null, new NoOpOpener(VideoSide.Reference, "a"), new NoOpOpener(VideoSide.Distorted, "b"));
        stage.WaitUntilReady(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void The_procfile_stage_reads_the_workfile_stage_and_changes_luma_only()
    {
        WriterOpener work = _rig.ClipOpener(2);
        _rig.Begin(null, work).WaitUntilReady(TestContext.Current.CancellationToken);
        var process = new WriterOpener(
            _rig.Session, VideoSide.Distorted, _rig.Session.TargetPath("disp"), work.TargetPath, new ProcessedInput(work.TargetPath, FifoRig.Format, "multiply"));
        FifoStage stage = FifoStage.Begin(_rig.Session, FifoStageKind.Procfile, [process], _rig.Ready);
        using var source = new FifoFrameSource(stage, process, "movie.mp4", FifoRig.Format);
        List<byte[]> frames = TestVideo.ReadAll(source, TestContext.Current.CancellationToken);
        Assert.Equal(2, frames.Count);
        int luma = FifoRig.Format.Width * FifoRig.Format.Height;
        for (int number = 0; number < 2; number++)
        {
            byte[] original = TestVideo.PackedFrame(FifoRig.Format, number);
            byte[] expected = [.. original.Select((sample, at) => at < luma ? (byte)(int)(sample / 255.0 * 1.1 * 255.0) : sample)];
            Assert.Equal(expected, frames[number]);
        }
    }

    [Fact]
    public void A_leftover_at_the_fifos_path_is_replaced()
    {
        WriterOpener opener = _rig.ClipOpener(2);
        File.WriteAllText(opener.TargetPath, "left over");
        using FifoFrameSource source = _rig.Source(opener);
        Assert.Equal(2, TestVideo.ReadAll(source, TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public void A_decoder_gets_its_arguments_as_they_are_and_its_frames_come_through()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener("[ \"$1\" = 'an argument' ] || exit 9; cat \"$frames\" > \"$out\""));
        Assert.Equal(TestVideo.Raw(FifoRig.Format, 3), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void A_slow_decoder_is_waited_for()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener(
            "sleep 0.3; exec 3> \"$out\"; head -c 1000 \"$frames\" >&3; sleep 0.3; tail -c +1001 \"$frames\" >&3; exec 3>&-; sleep 0.2"));
        Assert.Equal(TestVideo.Raw(FifoRig.Format, 3), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void A_decoder_that_gives_no_frames_gives_an_empty_video()
    {
        using FifoFrameSource source = _rig.Source(_rig.ScriptOpener(": > \"$out\""));
        Assert.Empty(TestVideo.ReadAll(source, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void PowerShell_hosts_a_writer_where_there_is_no_dotnet()
    {
        string? pwsh = ExecutableSearch.Find("pwsh");
        Assert.SkipWhen(pwsh is null, "Needs pwsh on the PATH.");
        string clip = _rig.Clip(2);
        var program = FifoWriterProgram.PowerShell(pwsh, typeof(FifoWriterHost).Assembly.Location);
        using FifoFrameSource source = _rig.Source(_rig.Opener(new ClipInput(clip, FifoRig.Format, null), clip, VideoSide.Distorted, program));
        Assert.Equal(TestVideo.Raw(FifoRig.Format, 2), TestVideo.ReadAll(source, TestContext.Current.CancellationToken).SelectMany(frame => frame));
    }

    [Fact]
    public void A_stopped_writer_is_warned_about_once_and_waited_for()
    {
        WriterOpener opener = _rig.ClipOpener(2);
        FifoStage stage = _rig.Begin(_rig.Ready with { Warning = TimeSpan.FromMilliseconds(150) }, opener);
        PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Stop);
        using var timer = new Timer(_ => PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Continue), null, 600, Timeout.Infinite);
        using FifoFrameSource source = _rig.Source(opener, stage);
        Assert.Equal(2, TestVideo.ReadAll(source, TestContext.Current.CancellationToken).Count);
        string warning = Assert.Single(_rig.Warnings);
        Assert.Equal($">0.15 seconds elapsed waiting for distorted workfile {opener.TargetPath} to be created to be created; now blocking until created", warning);
    }

    [Fact]
    public void The_warning_for_two_sides_names_both()
    {
        IStageOpener[] openers = [new NoOpOpener(VideoSide.Reference, "/t/r"), new NoOpOpener(VideoSide.Distorted, "/t/d")];
        Assert.Equal(
            ">5 seconds elapsed waiting for reference and/or distorted procfiles /t/r and /t/d to be created; now blocking until created",
            FifoStage.SlowWarning(FifoStageKind.Procfile, openers, new ReadyOptions().Warning));
    }

    [Fact]
    public void A_slow_second_writer_is_warned_about_too()
    {
        WriterOpener slow = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(_rig.Ready with { Warning = TimeSpan.FromMilliseconds(100) }, new NoOpOpener(VideoSide.Reference, "r"), slow);
        PosixSignals.Send(slow.Writer.ProcessId, PosixSignals.Stop);
        using var timer = new Timer(_ => PosixSignals.Send(slow.Writer.ProcessId, PosixSignals.Continue), null, 400, Timeout.Infinite);
        stage.WaitUntilReady(TestContext.Current.CancellationToken);
        Assert.Single(_rig.Warnings);
    }

    [Fact]
    public void A_time_limit_ends_the_wait_with_an_error()
    {
        WriterOpener opener = _rig.ClipOpener(1);
        FifoStage stage = _rig.Begin(_rig.Ready with { Timeout = TimeSpan.FromMilliseconds(200) }, opener);
        PosixSignals.Send(opener.Writer.ProcessId, PosixSignals.Stop);
        VmafException error = FifoRig.FailsSoon(VmafErrorIds.ReadyTimeout, () => stage.WaitUntilReady(TestContext.Current.CancellationToken));
        Assert.Contains(opener.TargetPath, error.Message, StringComparison.Ordinal);
    }
}
