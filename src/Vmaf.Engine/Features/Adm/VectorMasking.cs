using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>What masking has in common at all scales, in vectors of 32-bit lanes.</summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class VectorMasking<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private static ReadOnlySpan<int> LaneNumbers => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>Lanes of a register.</summary>
    public static int Lanes => TWidth.ByteCount / 4;

    /// <summary>The number of each lane.</summary>
    public static V LaneIndex
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TWidth.Load(Unsafe.AsPointer(ref Unsafe.AsRef(in LaneNumbers[0])));
    }

    /// <summary>Sums over each sample and its two neighbours.</summary>
    public static void SumNeighbours(int* strength, int count, int* sums)
    {
        for (int x = 0; x < count; x += Lanes)
        {
            V outer = TWidth.Add32(TWidth.Load(strength + x - 1), TWidth.Load(strength + x + 1));
            TWidth.Store(TWidth.Add32(outer, TWidth.Load(strength + x)), sums + x);
        }
    }

    /// <summary>The masking thresholds from a column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Threshold(ThresholdRows rows, int x) =>
        TWidth.Add32(
            TWidth.Add32(TWidth.Load(rows.Above + x), TWidth.Load(rows.Middle + x)),
            TWidth.Add32(TWidth.Load(rows.Below + x), TWidth.Load(rows.Centre + x)));

    /// <summary>What of the contrast exceeds the threshold, in the lanes that count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Excess(V magnitude, V threshold, V lanes) =>
        TWidth.And(TWidth.Max32(TWidth.Subtract32(magnitude, threshold), TWidth.Zero()), lanes);
}
