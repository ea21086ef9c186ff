namespace Vmaf.Engine.Features.Cambi;

/// <summary>
/// A sum of single-precision numbers of at least ½, without rounding: they are all multiples of 2⁻²⁴. The same whatever the order.
/// </summary>
internal struct ExactSum
{
    private const double UnitsPerOne = 1 << 24;

    private UInt128 _units;

    /// <summary>The sum, rounded.</summary>
    public readonly double Value => (double)_units / UnitsPerOne;

    /// <summary>Adds a number, or an exact sum of several: less than 2²⁹.</summary>
    /// <param name="value">The number.</param>
    public void Add(double value) => _units += (ulong)(value * UnitsPerOne);
}
