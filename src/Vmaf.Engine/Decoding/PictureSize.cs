using System.Globalization;

namespace Vmaf.Engine.Decoding;

/// <summary>Width and height of a picture in luma samples.</summary>
/// <param name="Width">Width, at least 1.</param>
/// <param name="Height">Height, at least 1.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Reads a size such as <c>1920x1080</c>.</summary>
    /// <param name="text">Width, <c>x</c>, height.</param>
    /// <param name="provider">Not used: sizes look the same everywhere.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static PictureSize Parse(string text, IFormatProvider? provider = null)
    {
        string[] parts = text.Split('x', 'X');
        return parts.Length == 2 && TryParseSide(parts[0], out int width) && TryParseSide(parts[1], out int height)
            ? new PictureSize(width, height)
            : throw new FormatException($"'{text}' is no picture size. Write width and height as in 1920x1080.");
    }

    private static bool TryParseSide(string text, out int samples) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out samples) && samples > 0;

    /// <summary>The size as ffmpeg reads it, for example <c>1920x1080</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
