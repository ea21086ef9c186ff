using Vmaf.Engine.Errors;
using Vmaf.Engine.Fifo.Messages;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>
/// A video that ffmpeg decodes. It runs in a writer process and sends raw frames through a FIFO; it starts when the video is opened
/// and is awaited when the first frame is read. Disposing the source ends it. Without FIFOs, the frames go to a file first.
/// </summary>
public sealed class DecodedVideoSource : IFrameSource, IProbedVideo
{
    private readonly WorkfileSource _frames;

    private DecodedVideoSource(VideoProbe probe, DecodeOptions options, WorkfileSource frames)
    {
        AppliesRotation = options.AppliesRotation;
        IsScaled = options.Size is { } size && size != (options.AppliesRotation ? probe.RotatedSize : probe.Size);
        Probe = probe;
        StatedFrameCount = options.ChangesFrameCount ? null : probe.StatedFrameCount;
        EstimatedFrameCount = options.ChangesFrameCount ? null : probe.EstimatedFrameCount;
        _frames = frames;
    }

    /// <summary>What ffprobe says about the video.</summary>
    public VideoProbe Probe { get; }

    /// <summary>Whether the container's rotation is applied.</summary>
    public bool AppliesRotation { get; }

    /// <inheritdoc/>
    public bool IsScaled { get; }

    /// <inheritdoc/>
    public long? StatedFrameCount { get; }

    /// <inheritdoc/>
    public long? EstimatedFrameCount { get; }

    /// <inheritdoc/>
    public bool HasDecoderComplained => _frames.HasDecoderComplained;

    /// <inheritdoc/>
    public string Name => _frames.Name;

    /// <inheritdoc/>
    public VideoFormat Format => _frames.Format;

    /// <inheritdoc/>
    public long? FrameCount => _frames.FrameCount;

    /// <summary>The container's average frame rate; <see langword="null"/> where it states none, or a filter changes it.</summary>
    public FrameRate? FrameRate => _frames.FrameRate;

    /// <inheritdoc/>
    public ColorRange ColorRange => Probe.ColorRange;

    /// <summary>Opens a video of any format that ffmpeg can decode.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to do with its frames; <see langword="null"/> for nothing.</param>
    /// <param name="cancellationToken">Ends the probing.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.FileNotFound"/>, <see cref="VmafErrorIds.DecoderNotFound"/>, <see cref="VmafErrorIds.DecoderFailed"/>,
    /// <see cref="VmafErrorIds.NoVideoStream"/>, <see cref="VmafErrorIds.FormatUnsupported"/>,
    /// <see cref="VmafErrorIds.TemporaryFolderUnusable"/> or <see cref="VmafErrorIds.WriterHostNotFound"/>.
    /// </exception>
    public static DecodedVideoSource Open(string path, DecodeOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DecodeOptions();
        using var preparation = DecodingPreparation.Begin(path, options, cancellationToken);
        return Open(preparation, options, cancellationToken);
    }

    /// <summary>Opens a video whose opening has begun.</summary>
    internal static DecodedVideoSource Open(DecodingPreparation preparation, DecodeOptions options, CancellationToken cancellationToken)
    {
        VideoProbe probe = preparation.WaitForProbe();
        return Open(preparation.Tools, probe, options, preparation, cancellationToken);
    }

    /// <summary>Opens a video that has been probed already.</summary>
    /// <param name="tools">Where ffmpeg is.</param>
    /// <param name="probe">What ffprobe says about the video.</param>
    /// <param name="options">What to do with its frames.</param>
    /// <param name="cancellationToken">Ends the wait for ffmpeg where the size of filtered frames has to be found out, or a file is written.</param>
    /// <exception cref="VmafException">As for the other overload.</exception>
    public static DecodedVideoSource Open(FfmpegTools tools, VideoProbe probe, DecodeOptions options, CancellationToken cancellationToken = default) =>
        Open(tools, probe, options, preparation: null, cancellationToken);

    private static DecodedVideoSource Open(
        FfmpegTools tools, VideoProbe probe, DecodeOptions options, DecodingPreparation? preparation, CancellationToken cancellationToken)
    {
        PlanarPixelFormat pixels = PixelFormat(probe, options);
        FrameRate? rate = options.Filters.ContainsKey(VideoFilter.FrameRate) ? null : probe.FrameRate;
        var command = new DecodeCommand(Path.GetFullPath(probe.Path), pixels.DecodedName)
        {
            InputArguments = options.RawFormat is { } raw ? DecodeCommand.RawInput(raw.PixelFormatName, new PictureSize(raw.Width, raw.Height)) : [],
            StreamIndex = probe.StreamIndex,
            AppliesRotation = options.AppliesRotation,
            Frames = options.Frames,
            MostFrames = options.NeededFrames?.Invoke(rate),
            Filters = options.Filters,
            Size = options.Size,
            Resampling = options.Resampling,
        };
        PictureSize size = options.Size
            ?? (options.Filters.Count > 0
                ? FilteredSize.Measure(tools, command, cancellationToken)
                : options.AppliesRotation ? probe.RotatedSize : probe.Size);
        var format = new VideoFormat(size.Width, size.Height, pixels.Chroma, pixels.BitDepth);
        foreach (string warning in probe.Warnings(options.Filters))
        {
            options.Ready.OnWarning?.Invoke(warning);
        }

        var input = new DecoderInput(probe.Path, tools.Ffmpeg, command.Arguments(tools));
        return new DecodedVideoSource(probe, options, WorkfileSource.Open(probe.Path, format, rate, input, options, preparation, cancellationToken));
    }

    /// <inheritdoc/>
    public bool TryRead(VideoFrame destination, CancellationToken cancellationToken = default) => _frames.TryRead(destination, cancellationToken);

    /// <inheritdoc/>
    public bool TrySkip(CancellationToken cancellationToken = default) => _frames.TrySkip(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _frames.Dispose();

    private static PlanarPixelFormat PixelFormat(VideoProbe probe, DecodeOptions options)
    {
        string name = options.PixelFormat ?? probe.PixelFormatName;
        if (PlanarPixelFormat.Parse(name) is { } format)
        {
            return format;
        }

        throw options.PixelFormat is null
            ? new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{probe.Path}' has the pixel format {name}, which has no planar YUV form without conversion.",
                "State the pixel format to convert both videos to, such as yuv420p or yuv444p10le.",
                probe.Path)
            : new VmafException(
                VmafErrorIds.FormatUnsupported,
                $"'{name}' is no pixel format to measure in.",
                "Use yuv420p, yuv422p or yuv444p, or one of these with 10le, 12le or 16le appended.",
                name);
    }
}
