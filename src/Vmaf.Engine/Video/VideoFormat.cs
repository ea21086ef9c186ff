namespace Vmaf.Engine.Video;

/// <summary>Size, chroma format and bit depth of a planar video.</summary>
/// <param name="Width">Luma width in samples, at least 1.</param>
/// <param name="Height">Luma height in samples, at least 1.</param>
/// <param name="Chroma">Chroma subsampling.</param>
/// <param name="BitDepth">Bits per sample, 8 to 16. Above 8 a sample is a little-endian 16-bit word, value in the low bits.</param>
public readonly record struct VideoFormat(int Width, int Height, ChromaFormat Chroma, int BitDepth)
{
    /// <summary>Bytes per sample: 1 for 8 bits, else 2.</summary>
    public int BytesPerSample => BitDepth > 8 ? 2 : 1;

    /// <summary>Number of planes: 1 for luma only, else 3.</summary>
    public int PlaneCount => Chroma == ChromaFormat.Yuv400 ? 1 : 3;

    /// <summary>Width of a chroma plane in samples, rounded up for odd luma widths; 0 for luma only.</summary>
    public int ChromaWidth => Chroma switch
    {
        ChromaFormat.Yuv400 => 0,
        ChromaFormat.Yuv444 => Width,
        _ => (Width + 1) / 2,
    };

    /// <summary>Height of a chroma plane in samples, rounded up for odd luma heights; 0 for luma only.</summary>
    public int ChromaHeight => Chroma switch
    {
        ChromaFormat.Yuv400 => 0,
        ChromaFormat.Yuv420 => (Height + 1) / 2,
        _ => Height,
    };

    /// <summary>Bytes of one frame, planes packed without padding.</summary>
    public long FrameSizeInBytes => (((long)Width * Height) + (2L * ChromaWidth * ChromaHeight)) * BytesPerSample;

    /// <summary>Width in samples of plane <paramref name="plane"/> (0 luma, 1 Cb, 2 Cr).</summary>
    /// <param name="plane">Plane number, 0 to <see cref="PlaneCount"/> − 1.</param>
    public int PlaneWidth(int plane) => plane == 0 ? Width : ChromaWidth;

    /// <summary>Height in samples of plane <paramref name="plane"/> (0 luma, 1 Cb, 2 Cr).</summary>
    /// <param name="plane">Plane number, 0 to <see cref="PlaneCount"/> − 1.</param>
    public int PlaneHeight(int plane) => plane == 0 ? Height : ChromaHeight;

    /// <summary>The format as people write it, for example <c>1920x1080 yuv420p10le</c>.</summary>
    public override string ToString() => $"{Width}x{Height} {PixelFormatName}";

    /// <summary>Name of the pixel format as ffmpeg spells it, for example <c>yuv420p</c>, <c>yuv422p10le</c>, <c>gray</c>.</summary>
    public string PixelFormatName
    {
        get
        {
            string chroma = Chroma switch
            {
                ChromaFormat.Yuv400 => "gray",
                ChromaFormat.Yuv420 => "yuv420p",
                ChromaFormat.Yuv422 => "yuv422p",
                _ => "yuv444p",
            };
            return BitDepth == 8 ? chroma : $"{chroma}{BitDepth}le";
        }
    }
}
