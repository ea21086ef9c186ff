using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Psnr;

/// <summary>One option set of the extractor, worked out for a video format.</summary>
internal sealed class PsnrVariant
{
    private static readonly string[] PlaneNames = ["y", "cb", "cr"];

    private readonly double[] _cap;

    /// <summary>Works out peak and caps.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="options">Options of libvmaf's <c>psnr</c>.</param>
    public PsnrVariant(VideoFormat format, FeatureOptionSet options)
    {
        PlaneCount = options.Boolean(PsnrDefinition.EnableChroma) ? format.PlaneCount : 1;
        WritesMeanSquaredError = options.Boolean(PsnrDefinition.EnableMeanSquaredError);
        WritesAggregate = options.Boolean(PsnrDefinition.EnableAggregate);
        Peak = options.Boolean(PsnrDefinition.ReducedPeak) ? 255u << (format.BitDepth - 8) : (1u << format.BitDepth) - 1;
        double leastSum = options.Double(PsnrDefinition.LeastSum);
        _cap = [.. Enumerable.Range(0, PlaneCount).Select(plane => Cap(format, plane, leastSum))];
        for (int plane = 0; plane < PlaneCount; plane++)
        {
            FeatureNames.Add($"psnr_{PlaneNames[plane]}");
            if (WritesMeanSquaredError)
            {
                FeatureNames.Add($"mse_{PlaneNames[plane]}");
            }
        }
    }

    /// <summary>Number of planes measured, from luma on.</summary>
    public int PlaneCount { get; }

    /// <summary>Whether each plane's mean squared error is a feature too.</summary>
    public bool WritesMeanSquaredError { get; }

    /// <summary>Whether the PSNR over all frames is written at the end.</summary>
    public bool WritesAggregate { get; }

    /// <summary>Peak value.</summary>
    public uint Peak { get; }

    /// <summary>The features of this variant, in libvmaf's order.</summary>
    public List<string> FeatureNames { get; } = [];

    /// <summary>PSNR of a mean squared error, in decibels.</summary>
    /// <param name="meanSquaredError">Mean squared error of a plane.</param>
    /// <param name="plane">Plane number, which decides the cap.</param>
    public double Decibels(double meanSquaredError, int plane) =>
        Math.Min(10.0 * Math.Log10((double)(Peak * Peak) / Math.Max(meanSquaredError, 1e-16)), _cap[plane]);

    /// <summary>Name of the whole video's PSNR of a plane.</summary>
    /// <param name="plane">Plane number.</param>
    public static string AggregateName(int plane) => $"apsnr_{PlaneNames[plane]}";

    /// <summary>PSNR of a whole video, in decibels, capped as if one sample in two were off by one.</summary>
    /// <param name="squaredErrorSum">Sum over all frames.</param>
    /// <param name="sampleCount">Samples in all frames.</param>
    public double AggregateDecibels(ulong squaredErrorSum, ulong sampleCount)
    {
        ulong squaredPeak = Peak * Peak;
        double decibels = 10 * (Math.Log10(squaredPeak) + Math.Log10(sampleCount) - Math.Log10(squaredErrorSum));
        return Math.Min(decibels, Math.Ceiling(10 * Math.Log10(squaredPeak * sampleCount * 2)));
    }

    /// <summary>libvmaf divides odd chroma sizes rounding down here, though the planes are rounded up.</summary>
    private double Cap(VideoFormat format, int plane, double leastSum)
    {
        if (leastSum == 0)
        {
            return (6 * format.BitDepth) + 12;
        }

        int width = plane > 0 && format.Chroma != ChromaFormat.Yuv444 ? format.Width / 2 : format.Width;
        int height = plane > 0 && format.Chroma == ChromaFormat.Yuv420 ? format.Height / 2 : format.Height;
        return Math.Ceiling(10.0 * Math.Log10(Peak * Peak / (leastSum / ((double)width * height))));
    }
}
