using System.Globalization;

namespace Vmaf.Engine.Decoding;

/// <summary>Width and height of a picture in luma samples.</summary>
/// <param name="Width">Width, at least 1.</param>
/// <param name="Height">Height, at least 1.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>The size as ffmpeg reads it, for example <c>1920x1080</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}");
}
