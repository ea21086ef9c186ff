using Vmaf.Engine.Decoding;
using Vmaf.Engine.Inspection;
using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Get-VmafVideo</c> tells of a file.</summary>
public sealed class VideoRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.Video";

    internal VideoRow(VideoDescription video)
    {
        Path = video.Path;
        Kind = video.Kind;
        Container = video.ContainerName;
        Codec = video.CodecName;
        Width = video.Size.Width;
        Height = video.Size.Height;
        PixelFormat = video.PixelFormatName;
        BitDepth = video.Format?.BitDepth;
        Chroma = video.Format?.Chroma;
        FrameCount = video.FrameCount;
        IsFrameCountExact = video.IsFrameCountExact;
        FrameRate = video.FrameRate;
        FramesPerSecond = video.FrameRate?.FramesPerSecond;
        HasVariableFrameRate = video.HasVariableFrameRate;
        Duration = video.Duration;
        Bitrate = video.KilobitsPerSecond;
        FileSize = video.LengthInBytes;
        RotationDegrees = video.RotationDegrees;
        ColorRange = video.ColorRange;
        ColorTransfer = video.ColorTransfer;
        DynamicRange = video.DynamicRange;
        IsInterlaced = video.IsInterlaced;
        SuggestedModel = video.Format is { } format ? Engine.Models.AutomaticModel.Choose(format, video.FrameRate) : null;
        Warnings = new DescribedList<string>([.. video.Warnings], string.Join(" ", video.Warnings));
    }

    /// <summary>Path of the file.</summary>
    public string Path { get; }

    /// <summary>How the frames lie in the file.</summary>
    public VideoKind Kind { get; }

    /// <summary>Container as ffmpeg names it; empty for raw video.</summary>
    public string Container { get; }

    /// <summary>Codec as ffmpeg names it.</summary>
    public string Codec { get; }

    /// <summary>Luma width as coded.</summary>
    public int Width { get; }

    /// <summary>Luma height as coded.</summary>
    public int Height { get; }

    /// <summary>Pixel format as ffmpeg names it.</summary>
    public string PixelFormat { get; }

    /// <summary>Bits per sample; <see langword="null"/> for formats that cannot be measured without conversion.</summary>
    public int? BitDepth { get; }

    /// <summary>Chroma subsampling; <see langword="null"/> as for <see cref="BitDepth"/>.</summary>
    public ChromaFormat? Chroma { get; }

    /// <summary>Number of frames, where known.</summary>
    public long? FrameCount { get; }

    /// <summary>Whether the frames were counted, rather than the container believed.</summary>
    public bool IsFrameCountExact { get; }

    /// <summary>Frames a second as a fraction.</summary>
    public FrameRate? FrameRate { get; }

    /// <summary>Frames a second.</summary>
    public double? FramesPerSecond { get; }

    /// <summary>Whether frames are shown for unequal times.</summary>
    public bool HasVariableFrameRate { get; }

    /// <summary>How long it plays, where known.</summary>
    public TimeSpan? Duration { get; }

    /// <summary>Kilobits (1000 bits) a second of the video, where known.</summary>
    public double? Bitrate { get; }

    /// <summary>Size of the file in bytes.</summary>
    public long FileSize { get; }

    /// <summary>Clockwise rotation that the container asks players for.</summary>
    public int RotationDegrees { get; }

    /// <summary>Which sample values stand for black and white.</summary>
    public ColorRange ColorRange { get; }

    /// <summary>Transfer function as ffmpeg names it; empty where the file does not say.</summary>
    public string ColorTransfer { get; }

    /// <summary>Range of brightness.</summary>
    public DynamicRange DynamicRange { get; }

    /// <summary>Whether fields are interleaved in the frames.</summary>
    public bool IsInterlaced { get; }

    /// <summary>The model that <c>-Model Auto</c> takes for such videos.</summary>
    public string? SuggestedModel { get; }

    /// <summary>What makes scores of this video doubtful.</summary>
    public DescribedList<string> Warnings { get; }
}
