using System.Security.Cryptography;
using System.Text;
using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Fifo.Writer;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>
/// The frames that a video has after decoding and filters: sent through a FIFO by a writer process, which starts when the source is
/// opened and is awaited when the first frame is read; or written to a plain file before that. Disposing the source ends the
/// writer and removes what is not to be kept.
/// </summary>
internal sealed class WorkfileSource : IFrameSource
{
    private readonly FifoSession _session;
    private readonly IFrameSource _frames;
    private readonly bool _hasComplained;

    private WorkfileSource(FifoSession session, IFrameSource frames, FrameRate? frameRate, bool hasComplained)
    {
        _hasComplained = hasComplained;
        _session = session;
        _frames = frames;
        FrameRate = frameRate;
    }

    /// <inheritdoc/>
    public string Name => _frames.Name;

    /// <inheritdoc/>
    public VideoFormat Format => _frames.Format;

    /// <inheritdoc/>
    public long? FrameCount => _frames.FrameCount;

    /// <inheritdoc/>
    public FrameRate? FrameRate { get; }

    /// <summary>Whether the decoder complained about the video although it went on. Ask when reading is over.</summary>
    public bool HasDecoderComplained => _hasComplained || _frames is FifoFrameSource { HasDecoderComplained: true };

    /// <summary>Starts the writer, or writes the file.</summary>
    /// <param name="path">The video.</param>
    /// <param name="format">Size and pixel format of the frames.</param>
    /// <param name="frameRate">Their rate, where known.</param>
    /// <param name="input">Where they come from.</param>
    /// <param name="options">Whether by FIFO or file, and where those are made.</param>
    /// <param name="preparation">What may have started the writer already.</param>
    /// <param name="cancellationToken">Ends the writing of a file.</param>
    public static WorkfileSource Open(
        string path,
        VideoFormat format,
        FrameRate? frameRate,
        WriterInput input,
        DecodeOptions options,
        DecodingPreparation? preparation,
        CancellationToken cancellationToken)
    {
        if (options is { KeptWorkfileFolder: not null, FifoMode: not FifoMode.Never })
        {
            throw new VmafException(
                VmafErrorIds.OptionInvalid, "Workfiles cannot be kept while they are FIFOs.", "Use plain files to keep them.", options.KeptWorkfileFolder);
        }

        FifoSession session = FifoSession.Create(options.TemporaryRoot);
        try
        {
            bool hasComplained = false;
            IFrameSource frames = options.FifoMode == FifoMode.Never
                ? WriteFile(session, path, format, input, options, Warn, cancellationToken)
                : StartWriter(session, path, format, input, options, preparation);
            return new WorkfileSource(session, frames, frameRate, hasComplained);

            void Warn(FifoWriterReport report)
            {
                if (report is { Kind: FifoWriterReportKind.DecoderComplained, Message: { } complaint })
                {
                    hasComplained = true;
                    options.Ready.OnWarning?.Invoke(complaint);
                }
            }
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default) => _frames.TryRead(destination, cancellationToken);

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default) => _frames.TrySkip(cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _frames.Dispose();
        _session.Dispose();
    }

    private static FifoFrameSource StartWriter(
        FifoSession session, string path, VideoFormat format, WriterInput input, DecodeOptions options, DecodingPreparation? preparation)
    {
        var opener = new WriterOpener(
            session, options.Side, session.TargetPath(ShortName(options.Side)), path, input, program: null, preparation);
        FifoStage stage = FifoStage.Begin(session, FifoStageKind.Workfile, [opener], options.Ready);
        return new FifoFrameSource(stage, opener, path, format);
    }

    private static RawYuvReader WriteFile(
        FifoSession session,
        string path,
        VideoFormat format,
        WriterInput input,
        DecodeOptions options,
        Action<FifoWriterReport> report,
        CancellationToken cancellationToken)
    {
        string workfile = options.KeptWorkfileFolder is { } kept
            ? Path.Combine(kept, KeptName(path, format, input, options.Side))
            : Path.Combine(session.Folder, ShortName(options.Side));
        PlainWorkfile.Write(workfile, input, report, cancellationToken);
        var stream = new FileStream(workfile, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        try
        {
            return new RawYuvReader(new FileByteSource(stream, path), format);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static string ShortName(VideoSide side) => side == VideoSide.Reference ? "ref" : "dis";

    /// <summary>
    /// Says what the file holds, as the reader of raw files wants to find it in a name. The hash tells apart what was made of
    /// files of the same name, or by other filters.
    /// </summary>
    private static string KeptName(string path, VideoFormat format, WriterInput input, VideoSide side)
    {
        string recipe = input is DecoderInput decoder ? string.Join('\n', [Path.GetFullPath(path), .. decoder.Arguments]) : Path.GetFullPath(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe)))[..8];
        return $"{Path.GetFileNameWithoutExtension(path)}_{ShortName(side)}_{hash}.{new PictureSize(format.Width, format.Height)}.{format.PixelFormatName}.yuv";
    }
}
