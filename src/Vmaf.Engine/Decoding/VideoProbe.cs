using Vmaf.Engine.Video;

namespace Vmaf.Engine.Decoding;

/// <summary>What ffprobe says about the video stream of a file.</summary>
public sealed record VideoProbe
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Number of the stream in the file.</summary>
    public required int StreamIndex { get; init; }

    /// <summary>Size as coded, before rotation.</summary>
    public required PictureSize Size { get; init; }

    /// <summary>Pixel format as ffmpeg names it.</summary>
    public required string PixelFormatName { get; init; }

    /// <summary>Codec as ffmpeg names it.</summary>
    public string CodecName { get; init; } = string.Empty;

    /// <summary>Clockwise rotation that the container asks players for: 0, 90, 180 or 270 degrees.</summary>
    public int RotationDegrees { get; init; }

    /// <summary>Frames over duration.</summary>
    public FrameRate? AverageFrameRate { get; init; }

    /// <summary>The lowest rate that all time stamps fit.</summary>
    public FrameRate? NominalFrameRate { get; init; }

    /// <summary>The rate to go by: the average, else what the time stamps say.</summary>
    public FrameRate? FrameRate => AverageFrameRate ?? NominalFrameRate;

    /// <summary>Sample range.</summary>
    public ColorRange ColorRange { get; init; }

    /// <summary>Transfer function as ffmpeg names it, such as <c>smpte2084</c>; empty where the file does not say.</summary>
    public string ColorTransfer { get; init; } = string.Empty;

    /// <summary>The container as ffmpeg names it; several names where they share a format, as in <c>mov,mp4</c>.</summary>
    public string ContainerName { get; init; } = string.Empty;

    /// <summary>
    /// How long the video plays, as the stream states it; where it does not, its container, with all that is in it. <see langword="null"/>
    /// for bare streams, which have no times.
    /// </summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// Bits a second in kilobits (1000 bits): of the stream as the file states it; where it does not, of the whole file, if nothing is in
    /// it beside the stream. <see langword="null"/> where neither tells, so that only the packets do.
    /// </summary>
    public double? KilobitsPerSecond { get; init; }

    /// <summary>Whether fields are interleaved in the frames.</summary>
    public bool IsInterlaced { get; init; }

    /// <summary>
    /// Number of frames as the container states it, which need not be right; <see langword="null"/> where it does not, or more than are shown
    /// in the time that the stream plays, as where an edit list cuts some away.
    /// </summary>
    public long? StatedFrameCount { get; init; }

    /// <summary>About how many frames there are: as the container states, else by its duration and frame rate.</summary>
    public long? EstimatedFrameCount => StatedFrameCount
        ?? (Duration is { } duration && FrameRate is { } rate
            ? Math.Max(1, (long)Math.Round(duration.TotalSeconds * rate.FramesPerSecond))
            : null);

    /// <summary>The size with the rotation applied.</summary>
    public PictureSize RotatedSize => RotationDegrees is 90 or 270 ? new PictureSize(Size.Height, Size.Width) : Size;

    /// <summary>What the transfer function says about the range of brightness.</summary>
    public DynamicRange DynamicRange => ColorTransfer switch
    {
        "smpte2084" => DynamicRange.PerceptualQuantizer,
        "arib-std-b67" => DynamicRange.HybridLogGamma,
        _ => DynamicRange.Standard,
    };

    /// <summary>Whether the average rate is so far from the rate that all time stamps fit that frames must be of unequal length.</summary>
    public bool HasVariableFrameRate
    {
        get
        {
            const double LargestRateDifference = 0.01;
            return AverageFrameRate is { } average && NominalFrameRate is { } nominal
                && Math.Abs(1 - (average.FramesPerSecond / nominal.FramesPerSecond)) > LargestRateDifference;
        }
    }

    /// <summary>The format of raw video, which was stated instead of probed; else <see langword="null"/>.</summary>
    internal VideoFormat? RawFormat { get; private init; }

    /// <summary>What a probe would say about raw video of a stated format.</summary>
    internal static VideoProbe OfRaw(string path, VideoFormat format) => new()
    {
        Path = path,
        StreamIndex = 0,
        Size = new PictureSize(format.Width, format.Height),
        PixelFormatName = format.PixelFormatName,
        RawFormat = format,
    };

    /// <summary>What makes scores of this video doubtful, each a sentence or two for the user.</summary>
    /// <param name="filters">What it is passed through; what they mend is not warned of.</param>
    public IEnumerable<string> Warnings(IReadOnlyDictionary<VideoFilter, string>? filters = null)
    {
        if (DynamicRange != DynamicRange.Standard)
        {
            string name = DynamicRange == DynamicRange.PerceptualQuantizer ? "PQ" : "HLG";
            yield return $"'{Path}' is HDR video ({name}). VMAF's models were trained on SDR video; "
                + "scores of HDR code values are not comparable with them.";
        }

        if (HasVariableFrameRate && filters?.ContainsKey(VideoFilter.FrameRate) != true)
        {
            yield return $"'{Path}' has a variable frame rate ({AverageFrameRate} on average, time stamps at {NominalFrameRate}). "
                + "Frames are compared one by one in order, whatever their time stamps; a constant rate for both needs the fps filter.";
        }

        if (IsInterlaced && filters?.ContainsKey(VideoFilter.Deinterlace) != true)
        {
            yield return $"'{Path}' is interlaced. Its frames are compared as they are; deinterlace both sides (yadif) to compare what is shown.";
        }
    }
}
