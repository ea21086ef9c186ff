namespace Vmaf.Engine.Features.Vif;

/// <summary>
/// The taps of a filter as the vector kernels multiply them: two 16-bit taps in one 32-bit number, the first in the low half, one
/// number for each pair of samples.
/// </summary>
/// <typeparam name="TFilter">The filter.</typeparam>
internal static class VifTapPairs<TFilter>
    where TFilter : struct, IVifFilter
{
    /// <summary>The most pairs that a filter has.</summary>
    public const int MaximumPairCount = 9;

    /// <summary>Taps for an output at the even position; zeros past the filter's own pairs.</summary>
    public static readonly int[] Even = Create(0);

    /// <summary>Taps for the output at the odd position after it.</summary>
    public static readonly int[] Odd = Create(1);

    private static int[] Create(int outputPosition)
    {
        var pairs = new int[MaximumPairCount];
        for (int pair = 0; pair < TFilter.PairCount; pair++)
        {
            int firstTap = (2 * pair) - TFilter.Reach - outputPosition + (TFilter.Taps.Length / 2);
            pairs[pair] = TapOrZero(firstTap) | (TapOrZero(firstTap + 1) << 16);
        }

        return pairs;
    }

    private static int TapOrZero(int index) => (uint)index < (uint)TFilter.Taps.Length ? TFilter.Taps[index] : 0;
}
