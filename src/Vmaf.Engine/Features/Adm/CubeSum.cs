using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Sums (x² ≫ s) · x ≫ c over 32-bit lanes, both shifts rounded half up, x² ≫ s cut to 32 signed bits. The signed second shift is an
/// unsigned one with 2⁶³ added before it, whose share is taken off at the end: narrow registers have no signed 64-bit shift.
/// </summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal struct CubeSum<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private V _sum;
    private int _registers;

    /// <summary>Adds the cubes of a list, which must have room for a register after its end.</summary>
    /// <param name="values">The list, none negative.</param>
    /// <param name="end">Its end.</param>
    /// <param name="squareShift">Bits that squares lose.</param>
    /// <param name="cubeShift">Bits that cubes lose.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void AddList(int* values, int* end, int squareShift, int cubeShift)
    {
        V squareHalf = TWidth.Broadcast64(1L << (squareShift - 1));
        V cubeHalf = TWidth.Broadcast64(long.MinValue + (cubeShift > 0 ? 1L << (cubeShift - 1) : 0));
        V sum = _sum;
        int count = (int)(end - values);

        // Zeros make the last register whole; their cubes are zero.
        TWidth.Store(TWidth.Zero(), end);
        int lanes = TWidth.ByteCount / 4;
        for (int x = 0; x < count; x += lanes)
        {
            V even = TWidth.Load(values + x);
            V odd = TWidth.ShiftRightLogical64(even, 32);
            V cubes = TWidth.Add64(
                Cube(even, squareHalf, cubeHalf, squareShift, cubeShift), Cube(odd, squareHalf, cubeHalf, squareShift, cubeShift));
            sum = TWidth.Add64(sum, cubes);
        }

        _sum = sum;
        _registers += (count + lanes - 1) / lanes;
    }

    /// <summary>The sum.</summary>
    public readonly long Total(int cubeShift) =>
        unchecked(TWidth.Sum64(_sum) - (long)((ulong)_registers * (ulong)(TWidth.ByteCount / 4) * (1UL << (63 - cubeShift))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Cube(V excess, V squareHalf, V cubeHalf, int squareShift, int cubeShift)
    {
        V square = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEven32(excess, excess), squareHalf), squareShift);
        return TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEven32(square, excess), cubeHalf), cubeShift);
    }
}
