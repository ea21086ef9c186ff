using Vmaf.Engine.Decoding;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Inspection;

/// <summary>What there is to know about a video file without decoding it.</summary>
public sealed record VideoDescription
{
    /// <summary>Path of the file.</summary>
    public required string Path { get; init; }

    /// <summary>How the frames lie in the file.</summary>
    public required VideoKind Kind { get; init; }

    /// <summary>Length of the file in bytes.</summary>
    public required long LengthInBytes { get; init; }

    /// <summary>Size as coded, before rotation.</summary>
    public required PictureSize Size { get; init; }

    /// <summary>Pixel format as ffmpeg names it.</summary>
    public required string PixelFormatName { get; init; }

    /// <summary>The format that frames are measured in; <see langword="null"/> where the pixel format is no planar YUV.</summary>
    public VideoFormat? Format { get; init; }

    /// <summary>Container as ffmpeg names it; empty for raw video.</summary>
    public string ContainerName { get; init; } = string.Empty;

    /// <summary>Codec as ffmpeg names it; <c>rawvideo</c> for y4m and raw files.</summary>
    public string CodecName { get; init; } = "rawvideo";

    /// <summary>Number of frames; <see langword="null"/> where the container does not state it and nobody counted.</summary>
    public long? FrameCount { get; init; }

    /// <summary>Whether <see cref="FrameCount"/> was counted; else the container states it, which need not be right.</summary>
    public bool IsFrameCountExact { get; init; }

    /// <summary>Frames a second; <see langword="null"/> for raw video.</summary>
    public FrameRate? FrameRate { get; init; }

    /// <summary>Whether frames are shown for unequal times; by the rates that the container states where nobody counted the frames.</summary>
    public bool HasVariableFrameRate { get; init; }

    /// <summary>When the frames of an encoded video are shown; <see langword="null"/> where nobody counted them, or the file does not say.</summary>
    public FrameTiming? Timing { get; init; }

    /// <summary>How long it plays, where that is known: by the times of its frames where they were counted, else as the file states.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// Bits a second in kilobits (1000 bits): of the frames where they were counted; else as <see cref="VideoProbe.KilobitsPerSecond"/>
    /// has it, and of uncompressed video those of the samples. <see langword="null"/> where it is not known.
    /// </summary>
    public double? KilobitsPerSecond { get; init; }

    /// <summary>Clockwise rotation that the container asks players for: 0, 90, 180 or 270 degrees.</summary>
    public int RotationDegrees { get; init; }

    /// <summary>Which sample values stand for black and white.</summary>
    public ColorRange ColorRange { get; init; }

    /// <summary>Transfer function as ffmpeg names it; empty where the file does not say.</summary>
    public string ColorTransfer { get; init; } = string.Empty;

    /// <summary>Range of brightness.</summary>
    public DynamicRange DynamicRange { get; init; }

    /// <summary>Whether fields are interleaved in the frames.</summary>
    public bool IsInterlaced { get; init; }

    /// <summary>What makes scores of this video doubtful, each a sentence or two.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
