using Vmaf.Engine.Fifo.Posix;
using Vmaf.Engine.Fifo.Windows;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo;

/// <summary>
/// A video that a writer process sends through a FIFO. The writer is awaited when the first frame is asked for, so that the
/// writers of two videos start side by side.
/// </summary>
internal sealed class FifoFrameSource : IFrameSource
{
    private static readonly TimeSpan SettleTime = TimeSpan.FromSeconds(5);

    private readonly FifoStage _stage;
    private readonly WriterOpener _opener;
    private readonly WriterOutcome _outcome;
    private RawYuvReader? _reader;
    private bool _hasEnded;
    private bool _isDisposed;

    /// <summary>Reads what an opener's writer sends.</summary>
    /// <param name="stage">The stage that the opener belongs to.</param>
    /// <param name="opener">The opener, begun; its writer is ended when this is disposed of.</param>
    /// <param name="name">The video's path, for messages.</param>
    /// <param name="format">Size and pixel format of the frames.</param>
    public FifoFrameSource(FifoStage stage, WriterOpener opener, string name, VideoFormat format)
    {
        _stage = stage;
        _opener = opener;
        _outcome = new WriterOutcome(opener.Writer, opener.Feeder?.Writer);
        Name = name;
        Format = VideoFormatLimits.Check(format, name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public VideoFormat Format { get; }

    /// <inheritdoc/>
    public long? FrameCount => null;

    /// <summary>Whether a decoder complained about the video although it went on. Ask when reading is over.</summary>
    public bool HasDecoderComplained { get; private set; }

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default) =>
        Reader(cancellationToken).TryRead(destination, cancellationToken) || End();

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default) => Reader(cancellationToken).TrySkip(cancellationToken) || End();

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _reader?.Dispose();
        _opener.Writer.Dispose();
    }

    /// <summary>The pipes of Windows end the same way whether all went well or not; the writer knows.</summary>
    private bool End()
    {
        if (_hasEnded)
        {
            return false;
        }

        _hasEnded = true;
        _outcome.Wait(SettleTime);
        if (_outcome.Failure("while its frames were read") is { } failure)
        {
            throw failure;
        }

        foreach (string complaint in _outcome.Complaints)
        {
            HasDecoderComplained = true;
            _stage.Warn(complaint);
        }

        return false;
    }

    private RawYuvReader Reader(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_reader is null)
        {
            _stage.WaitUntilReady(cancellationToken);
            ByteSource bytes = OperatingSystem.IsWindows()
                ? new StreamByteSource(WindowsPipeSource.Connect(_opener.TargetPath, cancellationToken), Name)
                : new FifoByteSource(PosixPipe.OpenForReading(_opener.TargetPath), _outcome, Name);
            _reader = new RawYuvReader(bytes, Format);
        }

        return _reader;
    }
}
