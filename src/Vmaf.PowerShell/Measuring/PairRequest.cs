using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Measuring;

/// <summary>A pair of videos that is to be measured.</summary>
/// <param name="Reference">Full path of the reference.</param>
/// <param name="Distorted">Full path of the distorted video.</param>
/// <param name="Hints">What is known about the format of raw videos.</param>
internal sealed record PairRequest(string Reference, string Distorted, RawVideoHints Hints)
{
    /// <summary>Its place among the pairs that are measured together, from 0: what comes of it is written in this order.</summary>
    public int Number { get; init; }

    /// <summary>Whether the reference costs something to read, so that pairs that share it are measured side by side.</summary>
    public bool IsReferenceCostly { get; init; }

    /// <summary>Whether another pair has the very same reference.</summary>
    /// <param name="other">The other pair.</param>
    public bool SharesReferenceWith(PairRequest other) => Reference == other.Reference && Hints == other.Hints;
}
