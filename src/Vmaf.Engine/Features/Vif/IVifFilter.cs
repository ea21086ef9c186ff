namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// One of the symmetric low-pass filters of VIF. The vector kernels take samples in pairs (2n, 2n + 1) and make an even and an odd
/// output from the same pairs, so a filter also says how many pairs that takes.
/// </summary>
internal interface IVifFilter
{
    /// <summary>The taps; they add up to 65,536 and are odd in number.</summary>
    static abstract ReadOnlySpan<ushort> Taps { get; }

    /// <summary>Samples to the left of the first output at which the first pair starts: half the filter, rounded up to even.</summary>
    static abstract int Reach { get; }

    /// <summary>Pairs that cover the taps of an even and of the following odd output.</summary>
    static abstract int PairCount { get; }

    /// <summary>Whether the middle tap needs more than 15 bits: read as signed it is 65,536 too small.</summary>
    static abstract bool HasWideCentre { get; }
}
