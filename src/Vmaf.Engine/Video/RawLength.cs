using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Video;

/// <summary>What the length of a raw file says about its format.</summary>
internal static class RawLength
{
    private const int MostSuggestions = 10;

    private static readonly (int Width, int Height)[] CommonSizes =
    [
        (7680, 4320), (4096, 2160), (3840, 2160), (2560, 1600), (2560, 1440), (2048, 1080), (1920, 1088), (1920, 1080), (1280, 720),
        (1024, 768), (960, 540), (854, 480), (832, 480), (768, 432), (720, 576), (720, 486), (720, 480), (704, 576), (640, 480),
        (640, 360), (576, 324), (480, 270), (416, 240), (352, 288), (352, 240), (320, 240), (320, 180), (176, 144), (160, 90),
    ];

    private static readonly (ChromaFormat Chroma, int BitDepth)[] CommonPixelFormats =
    [
        (ChromaFormat.Yuv420, 8), (ChromaFormat.Yuv420, 10), (ChromaFormat.Yuv422, 8), (ChromaFormat.Yuv422, 10), (ChromaFormat.Yuv444, 8),
        (ChromaFormat.Yuv444, 10), (ChromaFormat.Yuv400, 8), (ChromaFormat.Yuv400, 10),
    ];

    /// <summary>Checks that a file holds a whole number of frames.</summary>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.FileEmpty"/> or <see cref="VmafErrorIds.RawLengthMismatch"/>.</exception>
    public static void Check(string name, long length, VideoFormat format)
    {
        if (length == 0)
        {
            throw new VmafException(VmafErrorIds.FileEmpty, $"'{name}' is empty.", target: name);
        }

        long frame = format.FrameSizeInBytes;
        if (length % frame == 0)
        {
            return;
        }

        long whole = length / frame;
        string fitting = string.Join(", ", CommonPixelFormats
            .Select(pixel => format with { Chroma = pixel.Chroma, BitDepth = pixel.BitDepth })
            .Where(other => length % other.FrameSizeInBytes == 0)
            .Select(other => other.PixelFormatName));
        throw new VmafException(
            VmafErrorIds.RawLengthMismatch,
            $"'{name}' has {length} bytes, which is no whole number of frames of {format} ({frame} bytes each): {Frames(whole)} would be {whole * frame} bytes, {Frames(whole + 1)} {(whole + 1) * frame}.",
            fitting.Length > 0
                ? $"At {format.Width}x{format.Height} the length fits {fitting}. State the pixel format, or make the file again if it was cut short."
                : Suggest(length) is { Length: > 0 } sizes
                    ? $"The length fits {sizes}. State the size and pixel format, or make the file again if it was cut short."
                    : "State the size and pixel format, or make the file again if it was cut short.",
            name);
    }

    /// <summary>The common sizes with pixel format that fit a length, largest first; empty if none does.</summary>
    /// <param name="length">Bytes of the file.</param>
    public static string Suggest(long length) => string.Join(", ", CommonSizes
        .SelectMany(size => CommonPixelFormats.Select(pixel => new VideoFormat(size.Width, size.Height, pixel.Chroma, pixel.BitDepth)))
        .Where(format => length > 0 && length % format.FrameSizeInBytes == 0)
        .OrderBy(format => Array.IndexOf(CommonPixelFormats, (format.Chroma, format.BitDepth)) / 2)
        .ThenByDescending(format => format.FrameSizeInBytes)
        .Take(MostSuggestions)
        .Select(format => $"{format} ({Frames(length / format.FrameSizeInBytes)})"));

    private static string Frames(long count) => count == 1 ? "1 frame" : $"{count} frames";
}
