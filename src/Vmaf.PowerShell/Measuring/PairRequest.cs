using Vmaf.Engine.Pairs;

namespace Vmaf.PowerShell.Measuring;

/// <summary>A pair of videos that is to be measured.</summary>
/// <param name="Reference">Full path of the reference.</param>
/// <param name="Distorted">Full path of the distorted video.</param>
/// <param name="Options">How they are opened.</param>
internal sealed record PairRequest(string Reference, string Distorted, ClipPairOptions Options)
{
    /// <summary>Its place among the videos of the call, from 0: what comes of it is written in this order.</summary>
    public int Number { get; init; }

    /// <summary>Whether the reference costs something to read, so that pairs that share it are measured side by side.</summary>
    public bool IsReferenceCostly { get; init; }

    /// <summary>Whether another pair has the very same reference. Only the hints of raw videos differ between pairs of one call.</summary>
    /// <param name="other">The other pair.</param>
    public bool SharesReferenceWith(PairRequest other) =>
        Reference == other.Reference && Options.ReferenceHints == other.Options.ReferenceHints;
}
