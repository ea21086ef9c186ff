using Vmaf.Engine.Video;

namespace Vmaf.Engine.Reports.Plots;

/// <summary>A frame as the eye sees it: reference, distorted, and where they differ.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Distorted">The distorted frame.</param>
/// <param name="Difference">
/// The absolute differences, amplified: differences of luma are grey, those of Cr add red, those of Cb add blue. Black where both are equal.
/// </param>
/// <param name="Amplification">How many times the differences are enlarged.</param>
public sealed record FramePictures(RgbPicture Reference, RgbPicture Distorted, RgbPicture Difference, int Amplification)
{
    private const int LargestAmplification = 16;

    /// <summary>The share of pixels that may be too bright to tell apart.</summary>
    private const double SaturatedShare = 0.005;

    /// <summary>Makes small pictures of a pair of frames.</summary>
    /// <param name="reference">Frame of the reference.</param>
    /// <param name="distorted">Frame of the distorted video, of the same format.</param>
    /// <param name="referenceRange">Range of the reference's samples.</param>
    /// <param name="distortedRange">Range of the distorted video's samples.</param>
    /// <param name="maximumWidth">The most pixels across.</param>
    /// <param name="maximumHeight">The most pixels down.</param>
    public static FramePictures Shrink(
        VideoFrame reference,
        VideoFrame distorted,
        ColorRange referenceRange,
        ColorRange distortedRange,
        int maximumWidth,
        int maximumHeight)
    {
        VideoFormat format = reference.Format;
        (int width, int height) = PictureBox.Fit(format.Width, format.Height, maximumWidth, maximumHeight);
        float[][] differences = Planes(
            format, 0, width * height, plane => BoxAverage.OfDifferences(reference.Plane(plane), distorted.Plane(plane), width, height));
        int amplification = Amplify(differences);
        var difference = new RgbPicture(width, height);
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            double luma = differences[0][pixel];
            difference.Set(
                pixel,
                amplification * (luma + differences[2][pixel]),
                amplification * luma,
                amplification * (luma + differences[1][pixel]));
        }

        return new FramePictures(
            Convert(reference, referenceRange, width, height), Convert(distorted, distortedRange, width, height), difference, amplification);
    }

    private static RgbPicture Convert(VideoFrame frame, ColorRange range, int width, int height)
    {
        const int NeutralChroma = 128;
        float[][] planes = Planes(
            frame.Format, NeutralChroma, width * height, plane => BoxAverage.OfSamples(frame.Plane(plane), width, height));
        var picture = new RgbPicture(width, height);
        var matrix = ColorMatrix.For(frame.Format, range);
        for (int pixel = 0; pixel < width * height; pixel++)
        {
            matrix.Set(picture, pixel, planes[0][pixel], planes[1][pixel], planes[2][pixel]);
        }

        return picture;
    }

    /// <summary>Three planes; chroma that a format lacks has one value all over.</summary>
    private static float[][] Planes(VideoFormat format, float missingChroma, int pixelCount, Func<int, float[]> read)
    {
        float[][] planes = [read(0), [], []];
        for (int plane = 1; plane < planes.Length; plane++)
        {
            if (plane < format.PlaneCount)
            {
                planes[plane] = read(plane);
            }
            else
            {
                planes[plane] = new float[pixelCount];
                planes[plane].AsSpan().Fill(missingChroma);
            }
        }

        return planes;
    }

    /// <summary>The largest power of two that leaves nearly all pixels distinguishable.</summary>
    private static int Amplify(float[][] differences)
    {
        float[] largest = [.. differences[0].Select((luma, pixel) => luma + Math.Max(differences[1][pixel], differences[2][pixel])).Order()];
        float bright = largest[(int)((largest.Length - 1) * (1 - SaturatedShare))];
        int amplification = LargestAmplification;
        while (amplification > 1 && amplification * bright > 255)
        {
            amplification /= 2;
        }

        return amplification;
    }
}
