using Vmaf.Engine.Fifo;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>What to do with a video on its way from the decoder. By default nothing: the frames come as coded.</summary>
public sealed record DecodeOptions
{
    /// <summary>Which of the two videos it is; shows in messages.</summary>
    public VideoSide Side { get; init; } = VideoSide.Distorted;

    /// <summary>The frames to decode; <see langword="null"/> for all.</summary>
    public FrameInterval? Frames { get; init; }

    /// <summary>The size to scale to; <see langword="null"/> to leave it.</summary>
    public PictureSize? Size { get; init; }

    /// <summary>How to scale.</summary>
    public ResamplingKernel Resampling { get; init; } = ResamplingKernel.Bicubic;

    /// <summary>Arguments of filters, in ffmpeg's syntax.</summary>
    public IReadOnlyDictionary<VideoFilter, string> Filters { get; init; } = new Dictionary<VideoFilter, string>();

    /// <summary>The pixel format to convert to, as ffmpeg names it; <see langword="null"/> for the video's own, without conversion.</summary>
    public string? PixelFormat { get; init; }

    /// <summary>Whether the rotation that the container asks for is applied; else frames come as coded.</summary>
    public bool AppliesRotation { get; init; }

    /// <summary>Whether the frames come through a FIFO.</summary>
    public FifoMode FifoMode { get; init; }

    /// <summary>
    /// The folder in which plain files of decoded frames are made and kept; <see langword="null"/> for a temporary one. Needs
    /// <see cref="FifoMode.Never"/>.
    /// </summary>
    public string? KeptWorkfileFolder { get; init; }

    /// <summary>How many frames will be read, given the frame rate, so that the decoder can end there; nothing for all.</summary>
    internal Func<FrameRate?, long?>? NeededFrames { get; init; }

    /// <summary>The format of a raw source, which does not say it itself; <see langword="null"/> for any other.</summary>
    internal VideoFormat? RawFormat { get; init; }

    /// <summary>Warning time and time limit for the writer's start; also receives the warnings about the video itself.</summary>
    public ReadyOptions Ready { get; init; } = new();

    /// <summary>Where temporary folders are made; <see langword="null"/> for the system's place.</summary>
    public string? TemporaryRoot { get; init; }

    /// <summary>Whether a filter may change how many frames there are, and with it their rate.</summary>
    internal bool ChangesFrameCount =>
        Filters.ContainsKey(VideoFilter.FrameRate) || Filters.ContainsKey(VideoFilter.Select) || Filters.ContainsKey(VideoFilter.Deinterlace);

    /// <summary>Whether frames of a format would come out otherwise than they go in.</summary>
    internal bool Changes(VideoFormat format) =>
        Frames is not null
        || Filters.Count > 0
        || (Size is { } size && (size.Width != format.Width || size.Height != format.Height))
        || (PixelFormat is { } name && name != format.PixelFormatName);
}
