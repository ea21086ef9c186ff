namespace Vmaf.Engine.Video;

/// <summary>
/// The y4m files that ffmpeg writes wrongly: above 8 bits it halves the bytes of a row for chroma instead of its samples
/// (libavformat/yuv4mpegenc.c), so that the chroma rows of an odd width lack a byte. Making such a file again gives the same file.
/// </summary>
internal static class MiswrittenY4m
{
    /// <summary>What to advise where a file of such a format is not as its header says.</summary>
    /// <param name="format">What the header says.</param>
    /// <returns><see langword="null"/> for all other formats.</returns>
    public static string? Hint(VideoFormat format) =>
        format is { BitDepth: > 8, Chroma: ChromaFormat.Yuv420 or ChromaFormat.Yuv422 } && int.IsOddInteger(format.Width)
            ? "ffmpeg writes the chroma of y4m files of odd width wrongly above 8 bits. If it made this file, use raw video, "
                + $"'ffmpeg -i INPUT -f rawvideo NAME_{format.Width}x{format.Height}_{format.PixelFormatName}.yuv', or an even width."
            : null;
}
