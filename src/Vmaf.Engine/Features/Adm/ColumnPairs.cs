using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>
/// Four rows of 32-bit columns, ready for the wavelet's filters: x = 65536 · upper + lower with lower in −32768 … 32767, the lower and
/// the upper parts of two rows in the 16-bit halves of a lane.
/// </summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal readonly unsafe struct ColumnPairs<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private readonly V _lowerFirst;
    private readonly V _lowerSecond;
    private readonly V _upperFirst;
    private readonly V _upperSecond;

    /// <summary>Loads a register of columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ColumnPairs(SourceRows<int> rows, int x)
    {
        Pair(TWidth.Load(rows.Before + x), TWidth.Load(rows.At + x), out _lowerFirst, out _upperFirst);
        Pair(TWidth.Load(rows.After + x), TWidth.Load(rows.Second + x), out _lowerSecond, out _upperSecond);
    }

    /// <summary>Filters down the columns; 16 bits of the result are dropped, rounded half up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Filter(WaveletTaps taps)
    {
        V first = TWidth.Broadcast32(taps.FirstPair);
        V second = TWidth.Broadcast32(taps.SecondPair);
        V lower = TWidth.Add32(TWidth.MultiplyAddAdjacent16(_lowerFirst, first), TWidth.MultiplyAddAdjacent16(_lowerSecond, second));
        V upper = TWidth.Add32(TWidth.MultiplyAddAdjacent16(_upperFirst, first), TWidth.MultiplyAddAdjacent16(_upperSecond, second));
        return TWidth.Add32(upper, TWidth.ShiftRightArithmetic32(TWidth.Add32(lower, TWidth.Broadcast32(1 << 15)), 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(V a, V b, out V lower, out V upper)
    {
        V half = TWidth.Broadcast32(1 << 15);
        V highHalves = TWidth.Broadcast32(-1 << 16);
        lower = TWidth.Select(highHalves, TWidth.ShiftLeft32(b, 16), a);
        upper = TWidth.Select(highHalves, TWidth.Add32(b, half), TWidth.ShiftRightLogical32(TWidth.Add32(a, half), 16));
    }
}
