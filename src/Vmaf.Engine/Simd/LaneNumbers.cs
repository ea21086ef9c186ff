using System.Runtime.CompilerServices;

namespace Vmaf.Engine.Simd;

/// <summary>Registers whose lanes hold their own numbers, to compare with a count where a row ends inside a register.</summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class LaneNumbers<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private static ReadOnlySpan<int> Numbers => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>32-bit lanes, from 0.</summary>
    public static V Of32
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TWidth.Load(Unsafe.AsPointer(ref Unsafe.AsRef(in Numbers[0])));
    }
}
