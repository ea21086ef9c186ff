using Vmaf.Engine.Video;

namespace Vmaf.PowerShell.Measuring;

/// <summary>A pair of videos that is to be measured.</summary>
/// <param name="Reference">Full path of the reference.</param>
/// <param name="Distorted">Full path of the distorted video.</param>
/// <param name="Hints">What is known about the format of raw videos.</param>
internal sealed record PairRequest(string Reference, string Distorted, RawVideoHints Hints)
{
    /// <summary>Whether another pair has the very same reference.</summary>
    /// <param name="other">The other pair.</param>
    public bool SharesReferenceWith(PairRequest other) => Reference == other.Reference && Hints == other.Hints;
}
