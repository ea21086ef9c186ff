namespace Vmaf.Engine.Decoding;

/// <summary>Makes time spans of the seconds that ffprobe tells.</summary>
internal static class ProbedTime
{
    /// <summary>ffprobe tells times in microseconds, which sums of them in binary fractions are off by little.</summary>
    private const int Digits = 6;

    /// <summary>A length of time.</summary>
    /// <param name="seconds">As told or calculated.</param>
    /// <returns><see langword="null"/> where it is none, or longer than a time span can be.</returns>
    public static TimeSpan? Span(double? seconds) => seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromTicks((long)Math.Round((decimal)Math.Round(seconds.Value, Digits) * TimeSpan.TicksPerSecond))
        : null;
}
