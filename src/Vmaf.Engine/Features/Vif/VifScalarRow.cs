namespace Vmaf.Engine.Features.Vif;

/// <summary>A row of sums with room for mirrored samples at both ends.</summary>
internal sealed class VifScalarRow
{
    private readonly ulong[] _sums;
    private readonly int _margin;

    /// <summary>Creates a row of zeros.</summary>
    /// <param name="width">Samples in the row.</param>
    /// <param name="margin">Samples at either end.</param>
    public VifScalarRow(int width, int margin)
    {
        _sums = new ulong[width + (2 * margin)];
        _margin = margin;
    }

    /// <summary>The sums of the row itself, without the margins.</summary>
    /// <param name="width">Samples in the row.</param>
    public Span<ulong> Samples(int width) => _sums.AsSpan(_margin, width);

    /// <summary>Sets all sums to zero.</summary>
    public void Clear() => Array.Clear(_sums);

    /// <summary>Shifts the sums right, rounding to nearest.</summary>
    /// <param name="width">Samples in the row.</param>
    /// <param name="shift">Bits to drop; 0 changes nothing.</param>
    public void Round(int width, int shift)
    {
        ulong half = (1UL << shift) >> 1;
        foreach (ref ulong sum in Samples(width))
        {
            sum = (sum + half) >> shift;
        }
    }

    /// <summary>Fills the margins.</summary>
    /// <param name="width">Samples in the row.</param>
    /// <param name="reach">Samples to fill at either end.</param>
    public void MirrorEdges(int width, int reach)
    {
        for (int i = 1; i <= reach; i++)
        {
            _sums[_margin - i] = _sums[_margin + VifArithmetic.Mirror(-i, width)];
            _sums[_margin + width - 1 + i] = _sums[_margin + VifArithmetic.Mirror(width - 1 + i, width)];
        }
    }

    /// <summary>The horizontal filter at one column, not rounded.</summary>
    /// <param name="x">Column of the middle tap.</param>
    /// <param name="taps">The filter.</param>
    public ulong Filter(int x, ReadOnlySpan<ushort> taps)
    {
        ReadOnlySpan<ulong> window = _sums.AsSpan(_margin + x - (taps.Length / 2), taps.Length);
        ulong sum = 0;
        for (int tap = 0; tap < window.Length; tap++)
        {
            sum += taps[tap] * window[tap];
        }

        return sum;
    }
}
