namespace Vmaf.Engine.Reports.Plots;

/// <summary>Sizes of small pictures.</summary>
internal static class PictureBox
{
    /// <summary>The largest size of the same shape that fits into a box; never larger than the picture.</summary>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    /// <param name="maximumWidth">Width of the box, at least 1.</param>
    /// <param name="maximumHeight">Height of the box, at least 1.</param>
    public static (int Width, int Height) Fit(int width, int height, int maximumWidth, int maximumHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumHeight, 1);
        double scale = Math.Min(1, Math.Min((double)maximumWidth / width, (double)maximumHeight / height));
        return (Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)));
    }
}
