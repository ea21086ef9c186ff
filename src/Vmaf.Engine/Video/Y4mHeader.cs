namespace Vmaf.Engine.Video;

/// <summary>What the stream header of a YUV4MPEG2 (y4m) file says.</summary>
internal sealed record Y4mHeader
{
    /// <summary>Size, chroma format and bit depth.</summary>
    public required VideoFormat Format { get; init; }

    /// <summary>Frames per second, or <see langword="null"/> where missing or 0:0 (unknown).</summary>
    public FrameRate? FrameRate { get; init; }

    /// <summary>Interlacing: <c>p</c> progressive, <c>t</c> top field first, <c>b</c> bottom field first, <c>m</c> mixed, <c>?</c> unknown.</summary>
    public char Interlacing { get; init; } = '?';

    /// <summary>The chroma tag as written, for example <c>420jpeg</c>; <see langword="null"/> where missing (8-bit 4:2:0).</summary>
    public string? ChromaTag { get; init; }

    /// <summary>Range of the sample values, from <c>XCOLORRANGE=</c>.</summary>
    public ColorRange ColorRange { get; init; }
}
