using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>A grey picture of 8-bit samples.</summary>
public sealed class GrayPicture
{
    private GrayPicture(int width, int height, byte[] samples)
    {
        Width = width;
        Height = height;
        Samples = samples;
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
        (int width, int height) = PictureBox.Fit(plane.Width, plane.Height, maximumWidth, maximumHeight);
        byte[] samples = Array.ConvertAll(BoxAverage.OfSamples(plane, width, height), value => (byte)Math.Min(255, value));
        return new GrayPicture(width, height, samples);
    }
}
