using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Processes;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>
/// What takes time before the decoder of a video can start, begun ahead: ffprobe looks at the file, and the process that is to write
/// the FIFO starts and waits for its request. Videos that are opened one after the other can so be prepared side by side. What goes
/// wrong is raised when the video is opened. Disposing it ends what was not taken over.
/// </summary>
public sealed class DecodingPreparation : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly Task<(FfmpegTools Tools, VideoProbe Probe)> _probe;
    private FifoWriterProcess? _writer;

    private DecodingPreparation(string path, DecodeOptions options, CancellationToken cancellationToken)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        CancellationToken stopping = _stop.Token;
        _probe = Task.Factory.StartNew(
            () => Probe(path, options, stopping), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        _writer = options.FifoMode == FifoMode.Never ? null : TryLaunch(path, options.Side);
    }

    /// <summary>Where ffmpeg is.</summary>
    internal FfmpegTools Tools => _probe.GetAwaiter().GetResult().Tools;

    /// <summary>Process id of the writer as long as it was not taken over.</summary>
    internal int? WriterProcessId => _writer?.ProcessId;

    /// <summary>Begins to prepare a file that will be opened soon, if it is one for a decoder.</summary>
    /// <param name="path">The file's path, or that of anything else.</param>
    /// <param name="hints">What is known about the format of raw video.</param>
    /// <param name="options">What it will be opened with.</param>
    /// <param name="cancellationToken">Ends the probing.</param>
    /// <returns><see langword="null"/> where there is nothing to prepare.</returns>
    public static DecodingPreparation? BeginIfEncoded(
        string path, RawVideoHints? hints, DecodeOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            // Pipes are left alone: who looks into them takes what is there.
            bool isEncoded = FileTarget.HasContent(path) && VideoSource.FindContainer(path, hints, cancellationToken) is not null;
            return isEncoded ? Begin(path, options ?? new DecodeOptions(), cancellationToken) : null;
        }
        catch (VmafException)
        {
            // Whoever opens it meets the same error.
            return null;
        }
    }

    /// <summary>Begins to prepare a video that is to be decoded.</summary>
    internal static DecodingPreparation Begin(string path, DecodeOptions options, CancellationToken cancellationToken) =>
        new(path, options, cancellationToken);

    /// <summary>What ffprobe says, once it has.</summary>
    /// <exception cref="VmafException">ffmpeg was not found, or the file is no video.</exception>
    internal VideoProbe WaitForProbe()
    {
        // Looked for once in a process, and here while ffprobe is busy.
        _ = ParentDeathSignal.Launcher;
        return _probe.GetAwaiter().GetResult().Probe;
    }

    /// <summary>The writer process, which belongs to the caller from now on; <see langword="null"/> where there is none, or not any more.</summary>
    internal FifoWriterProcess? TakeWriter() => Interlocked.Exchange(ref _writer, null);

    /// <summary>Ends what was not taken over, and waits until it has.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        TakeWriter()?.Dispose();
        ((IAsyncResult)_probe).AsyncWaitHandle.WaitOne();
        _stop.Dispose();
    }

    private static (FfmpegTools Tools, VideoProbe Probe) Probe(string path, DecodeOptions options, CancellationToken cancellationToken)
    {
        FfmpegTools tools = FfmpegTools.Find(cancellationToken);
        return (tools, options.RawFormat is { } raw ? VideoProbe.OfRaw(path, raw) : Ffprobe.Probe(tools, path, cancellationToken));
    }

    private static FifoWriterProcess? TryLaunch(string path, VideoSide side)
    {
        try
        {
            return FifoWriterProcess.Launch(WriterOpener.Describe(side, path));
        }
        catch (VmafException)
        {
            // Tried again when the writer is needed, and then raised.
            return null;
        }
    }
}
