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

    /// <summary>What is added before the square is shifted, and before the cube is.</summary>
    public static (V Square, V Cube) Halves(int squareShift, int cubeShift) =>
        (TWidth.Broadcast64(1L << (squareShift - 1)), TWidth.Broadcast64(long.MinValue + (cubeShift > 0 ? 1L << (cubeShift - 1) : 0)));

    /// <summary>Adds the cubes of a register; nothing happens where all lanes are zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V excess, V squareHalf, V cubeHalf, int squareShift, int cubeShift)
    {
        if (TWidth.IsZero(excess))
        {
            return;
        }

        V odd = TWidth.ShiftRightLogical64(excess, 32);
        V cubes = TWidth.Add64(
            Cube(excess, squareHalf, cubeHalf, squareShift, cubeShift),
            Cube(odd, squareHalf, cubeHalf, squareShift, cubeShift));
        _sum = TWidth.Add64(_sum, cubes);
        _registers++;
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
