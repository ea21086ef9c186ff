namespace Vmaf.Engine.Reports.Plots;

/// <summary>A coloured picture of 8-bit samples.</summary>
public sealed class RgbPicture
{
    /// <summary>Creates a black picture.</summary>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Number of rows.</param>
    internal RgbPicture(int width, int height)
    {
        Width = width;
        Height = height;
        Samples = new byte[width * height * 3];
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>Red, green and blue of each pixel, row by row, without padding.</summary>
    internal byte[] Samples { get; }

    /// <summary>Sets a pixel; values beyond 0 to 255 are limited.</summary>
    internal void Set(int pixel, double red, double green, double blue)
    {
        Samples[pixel * 3] = ToByte(red);
        Samples[(pixel * 3) + 1] = ToByte(green);
        Samples[(pixel * 3) + 2] = ToByte(blue);
    }

    private static byte ToByte(double value) => (byte)Math.Clamp(value + 0.5, 0, 255);
}
