using System.Diagnostics;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Processes;
using Vmaf.Engine.Video;
using Vmaf.Tests.Video;
using Xunit;

namespace Vmaf.Tests.Fifo;

/// <summary>A session with real writer processes, and the check that nothing of it stays behind.</summary>
internal sealed class FifoRig : IDisposable
{
    public static readonly VideoFormat Format = new(48, 32, ChromaFormat.Yuv420, 8);

    private readonly List<int> _processes = [];
    private readonly string _semaphore;

    public FifoRig()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "FIFOs, signals and shell scripts need a POSIX system.");
        Session = FifoSession.Create(Folder.FullPath);
        _semaphore = Session.SessionName.SemaphoreName(FifoStageKind.Workfile);
    }

    public TemporaryFolder Folder { get; } = new();

    public FifoSession Session { get; }

    public List<string> Warnings { get; } = [];

    public ReadyOptions Ready => new() { OnWarning = Warnings.Add };

    /// <summary>A raw clip of so many frames, each different.</summary>
    public string Clip(int frameCount, string name = "clip.yuv") => Folder.Write(name, TestVideo.Raw(Format, frameCount));

    public WriterOpener ClipOpener(int frameCount, VideoSide side = VideoSide.Distorted, FrameInterval? frames = null)
    {
        string clip = Clip(frameCount, $"{side}.yuv");
        return Opener(new ClipInput(clip, Format, frames), clip, side);
    }

    /// <summary>A decoder that is a shell script; <c>$out</c> is the FIFO, <c>$frames</c> a raw file of three frames.</summary>
    public WriterOpener ScriptOpener(string script)
    {
        string frames = Clip(3, "decoded.yuv");
        string file = Path.Combine(Folder.FullPath, "decoder.sh");
        File.WriteAllText(file, $"for last; do :; done\nout=\"${{last#file:}}\"\nframes='{frames}'\necho $$ > '{DecoderIdFile}'\n{script}\n");
        return Opener(new DecoderInput("movie.mp4", "/bin/sh", [file, "an argument"]), "movie.mp4");
    }

    public WriterOpener Opener(WriterInput input, string source, VideoSide side = VideoSide.Distorted, FifoWriterProgram? program = null) =>
        new(Session, side, Session.TargetPath(side == VideoSide.Reference ? "ref" : "dis"), source, input, program);

    public FifoStage Begin(ReadyOptions? ready = null, params IStageOpener[] openers)
    {
        FifoStage stage = FifoStage.Begin(Session, FifoStageKind.Workfile, openers, ready ?? Ready);
        _processes.AddRange(openers.OfType<WriterOpener>().Select(opener => opener.Writer.ProcessId));
        return stage;
    }

    public FifoFrameSource Source(WriterOpener opener, FifoStage? stage = null) => new(stage ?? Begin(null, opener), opener, "movie.mp4", Format);

    /// <summary>What an opener's writer sends, by way of a second writer that passes luma through a callback.</summary>
    public FifoFrameSource ProcessedSource(WriterOpener feeder, string callback = "identity")
    {
        Begin(null, feeder).WaitUntilReady(TestContext.Current.CancellationToken);
        var input = new ProcessedInput(feeder.TargetPath, Format, callback);
        var opener = new WriterOpener(Session, VideoSide.Distorted, Session.TargetPath("disp"), "movie.mp4", input, feeder: feeder);
        FifoStage stage = FifoStage.Begin(Session, FifoStageKind.Procfile, [opener], Ready);
        _processes.Add(opener.Writer.ProcessId);
        return Source(opener, stage);
    }

    /// <summary>The decoder's process id, once its script has begun.</summary>
    public int WaitForDecoder()
    {
        WaitUntil(() => File.Exists(DecoderIdFile) && File.ReadAllText(DecoderIdFile).EndsWith('\n'), "the decoder starts");
        int id = int.Parse(File.ReadAllText(DecoderIdFile), System.Globalization.CultureInfo.InvariantCulture);
        _processes.Add(id);
        return id;
    }

    /// <summary>Runs an action that must fail soon.</summary>
    public static VmafException FailsSoon(string errorId, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        VmafException error = TestVideo.Fails(errorId, action);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10), $"took {Stopwatch.GetElapsedTime(start)}");
        return error;
    }

    public static void WaitUntil(Func<bool> condition, string what)
    {
        long start = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(20), "waited too long until " + what);
            Thread.Sleep(5);
        }
    }

    public void Dispose()
    {
        Session.Dispose();
        Assert.False(Directory.Exists(Session.Folder), "the temporary folder stayed behind");
        Assert.Throws<VmafException>(() => NamedSemaphore.Open(_semaphore));
        foreach (int process in _processes)
        {
            WaitUntil(() => ProcessIdentity.Of(process) is null, $"process {process} is gone");
        }

        Folder.Dispose();
    }

    private string DecoderIdFile => Path.Combine(Folder.FullPath, "decoder.id");
}
