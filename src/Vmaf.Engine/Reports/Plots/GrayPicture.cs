using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>A grey picture of 8-bit samples.</summary>
public sealed class GrayPicture
{
    private GrayPicture(int width, int height)
    {
        Width = width;
        Height = height;
        Samples = new byte[width * height];
    }

    /// <summary>Samples in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>The samples, row by row, without padding; 0 is black.</summary>
    internal byte[] Samples { get; }

    /// <summary>Shrinks a plane by averaging, so that it fits into a box; never enlarges it.</summary>
    /// <param name="plane">The plane.</param>
    /// <param name="maximumWidth">Width of the box, at least 1.</param>
    /// <param name="maximumHeight">Height of the box, at least 1.</param>
    public static GrayPicture Shrink(PlaneView plane, int maximumWidth, int maximumHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumWidth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumHeight, 1);
        double scale = Math.Min(1, Math.Min((double)maximumWidth / plane.Width, (double)maximumHeight / plane.Height));
        var picture = new GrayPicture(Math.Max(1, (int)(plane.Width * scale)), Math.Max(1, (int)(plane.Height * scale)));
        for (int y = 0; y < picture.Height; y++)
        {
            (int top, int bottom) = Cell(y, picture.Height, plane.Height);
            for (int x = 0; x < picture.Width; x++)
            {
                (int left, int right) = Cell(x, picture.Width, plane.Width);
                picture.Samples[(y * picture.Width) + x] = Average(plane, left, right, top, bottom);
            }
        }

        return picture;
    }

    /// <summary>The samples of the large side that one of the small side stands for.</summary>
    private static (int First, int End) Cell(int index, int smallCount, int largeCount) =>
        ((int)((long)index * largeCount / smallCount), (int)((long)(index + 1) * largeCount / smallCount));

    private static byte Average(PlaneView plane, int left, int right, int top, int bottom)
    {
        long sum = 0;
        for (int y = top; y < bottom; y++)
        {
            if (plane.BytesPerSample == 1)
            {
                foreach (byte sample in plane.RowBytes(y)[left..right])
                {
                    sum += sample;
                }
            }
            else
            {
                foreach (ushort sample in plane.RowWords(y)[left..right])
                {
                    sum += sample;
                }
            }
        }

        long count = (long)(right - left) * (bottom - top);
        return (byte)Math.Min(255, (sum / count) >> (plane.BitDepth - 8));
    }
}
