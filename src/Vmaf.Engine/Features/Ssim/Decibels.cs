using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>Similarity as decibels: −10 · lg(1 − similarity), which has no upper end for identical pictures unless one is set.</summary>
internal readonly record struct Decibels(bool IsWanted, double Largest)
{
    /// <summary>Reads the options <c>enable_db</c> and <c>clip_db</c>.</summary>
    /// <param name="format">Format of both videos; the largest value is that of half an error of one in the picture.</param>
    /// <param name="options">The options of an extractor.</param>
    public static Decibels From(VideoFormat format, FeatureOptionSet options)
    {
        double peak = (1 << format.BitDepth) - 1;
        double leastError = 0.5 / ((double)format.Width * format.Height);
        double largest = options.Boolean(SsimOptions.ClipDecibels) ? Math.Ceiling(10.0 * Math.Log10(peak * peak / leastError)) : double.PositiveInfinity;
        return new Decibels(options.Boolean(SsimOptions.EnableDecibels), largest);
    }

    /// <summary>The score to report.</summary>
    /// <param name="similarity">Structural similarity.</param>
    public double Apply(double similarity) => IsWanted ? Math.Min(-10.0 * Math.Log10(1 - similarity), Largest) : similarity;
}
