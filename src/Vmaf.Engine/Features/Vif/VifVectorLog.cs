using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Vif;

/// <summary><see cref="VifLog"/> on 32-bit lanes.</summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class VifVectorLog<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>What <see cref="Log2"/> gives too much: the bias of a float's exponent.</summary>
    public const int Bias = 127 * VifLog.StepsPerOctave;

    /// <summary>The logarithm plus <see cref="Bias"/>.</summary>
    /// <param name="number">Lanes of 32,768 or more; other lanes give any number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log2(V number)
    {
        V bits = TWidth.ConvertInt32ToSingleTop16(number);

        // Fraction bits 22 to 18 are the segment, 17 to 8 the place in it; what is below the 16 leading bits of the number is cut off.
        V segment = TWidth.ShiftRightLogical32(bits, 18);
        V place = TWidth.Or(TWidth.And(bits, TWidth.Broadcast32(0x0003FF00)), TWidth.BroadcastSingle(1));
        V distance = TWidth.SubtractSingle(place, TWidth.BroadcastSingle(1 + VifLogSegments.Middle));
        V linear = TWidth.MultiplySingle(distance, TWidth.Lookup32(VifLogSegments.Slopes, segment));
        V curve = TWidth.AddSingle(
            TWidth.BroadcastSingle(VifLogSegments.Quadratic),
            TWidth.MultiplySingle(linear, TWidth.BroadcastSingle(VifLogSegments.Cubic)));
        V rise = TWidth.AddSingle(linear, TWidth.MultiplySingle(TWidth.MultiplySingle(linear, linear), curve));
        V fraction = TWidth.TruncateSingleToInt32(TWidth.AddSingle(TWidth.Lookup32(VifLogSegments.Bases, segment), rise));

        // The exponent, times 2048.
        V whole = TWidth.And(TWidth.ShiftRightLogical32(bits, 12), TWidth.Broadcast32(-VifLog.StepsPerOctave));
        return TWidth.Add32(whole, fraction);
    }
}
