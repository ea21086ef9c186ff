using Vmaf.Engine.Comparison;

namespace Vmaf.PowerShell.Output;

/// <summary>What <c>Measure-VmafBdRate</c> tells of two codecs.</summary>
public sealed class BdRateRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.BdRate";

    internal BdRateRow(string anchor, string test, CurveFit fit, BjontegaardDelta delta)
    {
        Anchor = anchor;
        Test = test;
        BdRatePercent = delta.RatePercent;
        BdQuality = delta.Quality;
        LowestScore = delta.LowestScore;
        HighestScore = delta.HighestScore;
        Overlap = delta.Overlap;
        Fit = fit;
    }

    /// <summary>The codec that was compared with.</summary>
    public string Anchor { get; }

    /// <summary>The codec in question.</summary>
    public string Test { get; }

    /// <summary>Bitrate that it takes more for the same quality, in percent; negative where it saves.</summary>
    public double BdRatePercent { get; }

    /// <summary>Quality that it has more at the same bitrate; <see langword="null"/> where no bitrate is common to both.</summary>
    public double? BdQuality { get; }

    /// <summary>Lower end of the qualities that both cover.</summary>
    public double LowestScore { get; }

    /// <summary>Upper end of the qualities that both cover.</summary>
    public double HighestScore { get; }

    /// <summary>Share of the qualities of either that both cover, above 0 to 1.</summary>
    public double Overlap { get; }

    /// <summary>How the curves were laid.</summary>
    public CurveFit Fit { get; }
}
