namespace Vmaf.Engine.Comparison;

/// <summary>By how much one codec differs from another over the range that both cover.</summary>
public sealed record BjontegaardDelta
{
    /// <summary>Bitrate that it takes more for the same quality, in percent; negative where it saves.</summary>
    public required double RatePercent { get; init; }

    /// <summary>
    /// Quality that it has more at the same bitrate, in points of the metric; <see langword="null"/> where no bitrate is common to both.
    /// </summary>
    public required double? Quality { get; init; }

    /// <summary>Lower end of the qualities that both cover.</summary>
    public required double LowestScore { get; init; }

    /// <summary>Upper end of the qualities that both cover.</summary>
    public required double HighestScore { get; init; }

    /// <summary>Share of the qualities of either that both cover, above 0 to 1; under a half the figures say little.</summary>
    public required double Overlap { get; init; }
}
