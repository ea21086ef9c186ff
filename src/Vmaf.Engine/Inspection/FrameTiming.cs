namespace Vmaf.Engine.Inspection;

/// <summary>When the frames of an encoded video are shown, as its packets say.</summary>
public sealed class FrameTiming
{
    /// <summary>With fewer frames nothing can be said.</summary>
    private const int LeastFrames = 3;

    /// <summary>Mean and typical length of frames differ by no more than this part where the rate is constant.</summary>
    private const double LargestRateDifference = 0.01;

    /// <summary>A frame is of another length only beyond this part of the median.</summary>
    private const double LargestJitter = 0.25;

    /// <summary>Containers round times to milliseconds.</summary>
    private const double LargestRoundingSeconds = 0.0015;

    /// <summary>No more than this part of the frames is of another length where the rate is constant.</summary>
    private const double LargestIrregularPart = 0.01;

    private FrameTiming(double[] times)
    {
        Times = times;
        double[] lengths = [.. times.Zip(times.Skip(1), (time, next) => next - time).Order()];
        ShortestSeconds = lengths[0];
        LongestSeconds = lengths[^1];
        MeanSeconds = times[^1] / lengths.Length;
        double median = lengths[lengths.Length / 2];
        double tolerance = Math.Max(LargestJitter * median, LargestRoundingSeconds);
        double[] regular = [.. lengths.Where(length => Math.Abs(length - median) <= tolerance)];
        TypicalSeconds = regular.Average();
        IsVariable = Math.Abs(1 - (MeanSeconds / TypicalSeconds)) > LargestRateDifference
            || lengths.Length - regular.Length > LargestIrregularPart * lengths.Length;
    }

    /// <summary>When each frame is shown, in seconds after the first, ascending.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>For how long the frame is shown that is shown shortest.</summary>
    public double ShortestSeconds { get; }

    /// <summary>For how long the frame is shown that is shown longest.</summary>
    public double LongestSeconds { get; }

    /// <summary>For how long most frames are shown, the mean of those that are near the median.</summary>
    public double TypicalSeconds { get; }

    /// <summary>For how long a frame is shown, the mean.</summary>
    public double MeanSeconds { get; }

    /// <summary>Whether frames are shown for unequal times.</summary>
    public bool IsVariable { get; }

    /// <summary>Makes the timing of times in any order.</summary>
    /// <param name="times">Presentation times in seconds, <see langword="null"/> for a packet that has none.</param>
    /// <returns><see langword="null"/> where there are too few, or not all packets have one.</returns>
    public static FrameTiming? Find(IReadOnlyList<double?> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (times.Count < LeastFrames || times.Any(time => time is null))
        {
            return null;
        }

        double[] ascending = [.. times.Select(time => time!.Value).Order()];
        double start = ascending[0];
        return ascending[^1] > start ? new FrameTiming([.. ascending.Select(time => time - start)]) : null;
    }
}
