using System.Globalization;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Fifo.Messages;

/// <summary>A video format as text in a writer's request: width, height, number of the chroma format, bit depth.</summary>
internal static class FormatText
{
    /// <summary>The text of a format.</summary>
    public static string Of(VideoFormat format) =>
        string.Create(CultureInfo.InvariantCulture, $"{format.Width} {format.Height} {(int)format.Chroma} {format.BitDepth}");

    /// <summary>Reads a text back; <see langword="null"/> where it is none of a format.</summary>
    public static VideoFormat? Parse(string text)
    {
        string[] parts = text.Split(' ');
        return parts.Length == 4 && TryParse(parts[0], out int width) && TryParse(parts[1], out int height)
            && TryParse(parts[2], out int chroma) && TryParse(parts[3], out int bitDepth)
                ? new VideoFormat(width, height, (ChromaFormat)chroma, bitDepth)
                : null;
    }

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
