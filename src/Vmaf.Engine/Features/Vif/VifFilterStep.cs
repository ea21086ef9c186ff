using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary>What the vertical and the horizontal filter repeat.</summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static class VifFilterStep<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>
    /// Adds two pairs of samples times their taps to sums. The products are added to each other first: that makes a chain of additions
    /// half as long, and the filters a tenth faster.
    /// </summary>
    /// <param name="sum">32-bit sums.</param>
    /// <param name="pair">Pairs of signed 16-bit values.</param>
    /// <param name="taps">Their taps.</param>
    /// <param name="nextPair">The following pairs.</param>
    /// <param name="nextTaps">Their taps.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Accumulate(V sum, V pair, V taps, V nextPair, V nextTaps) =>
        TWidth.Add32(sum, TWidth.Add32(TWidth.MultiplyAddAdjacent16(pair, taps), TWidth.MultiplyAddAdjacent16(nextPair, nextTaps)));
}
