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

    /// <summary>A sum.</summary>
    /// <param name="x">Column; the margins are columns too.</param>
    public ref ulong this[int x] => ref _sums[_margin + x];

    /// <summary>Sets all sums to zero.</summary>
    public void Clear() => Array.Clear(_sums);

    /// <summary>Shifts the sums right, rounding to nearest.</summary>
    /// <param name="width">Samples in the row.</param>
    /// <param name="shift">Bits to drop; 0 changes nothing.</param>
    public void Round(int width, int shift)
    {
        ulong half = (1UL << shift) >> 1;
        foreach (ref ulong sum in _sums.AsSpan(_margin, width))
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
            this[-i] = this[VifArithmetic.Mirror(-i, width)];
            this[width - 1 + i] = this[VifArithmetic.Mirror(width - 1 + i, width)];
        }
    }

    /// <summary>The horizontal filter at one column, not rounded.</summary>
    /// <param name="x">Column of the middle tap.</param>
    /// <param name="taps">The filter.</param>
    public ulong Filter(int x, ReadOnlySpan<ushort> taps)
    {
        ulong sum = 0;
        int first = _margin + x - (taps.Length / 2);
        for (int tap = 0; tap < taps.Length; tap++)
        {
            sum += taps[tap] * _sums[first + tap];
        }

        return sum;
    }
}
