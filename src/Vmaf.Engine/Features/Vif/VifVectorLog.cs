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
    /// <summary>What <see cref="Sum"/> gives too much for each lane: the bias of a float's exponent.</summary>
    public const int Bias = 127 * VifLog.StepsPerOctave;

    /// <summary>Adds the logarithms of lanes to sums.</summary>
    /// <param name="number">Lanes of 32,768 or more.</param>
    /// <param name="segments">
    /// <see cref="VifLogSegments.Tables"/>, read before the loop: the check whether the tables are made, inside a loop, would be a call
    /// around which all registers go to memory.
    /// </param>
    /// <param name="octaves">Sums of the whole parts, in octaves.</param>
    /// <param name="fractions">Sums of the rest, in steps.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(V number, float* segments, ref V octaves, ref V fractions)
    {
        V bits = TWidth.ConvertInt32ToSingleTop16(number);

        // Fraction bits 22 to 19 are the segment, 18 to 8 the place in it; what is below the 16 leading bits of the number is cut off.
        V segment = TWidth.ShiftRightLogical32(bits, 19);
        V place = TWidth.Or(TWidth.And(bits, TWidth.Broadcast32(0x0007FF00)), TWidth.BroadcastSingle(1));
        V distance = TWidth.SubtractSingle(place, TWidth.BroadcastSingle(1 + VifLogSegments.Middle));
        V linear = TWidth.MultiplySingle(distance, TWidth.Lookup16(segments, segment));
        V curve = TWidth.MultiplyAddSingleEstimate(
            linear,
            TWidth.BroadcastSingle(VifLogSegments.Cubic),
            TWidth.BroadcastSingle(VifLogSegments.Quadratic));
        V bend = TWidth.MultiplyAddSingleEstimate(linear, curve, TWidth.BroadcastSingle(1));
        V fraction = TWidth.MultiplyAddSingleEstimate(linear, bend, TWidth.Lookup16(segments + VifLogSegments.Count, segment));
        fractions = TWidth.Add32(fractions, TWidth.TruncateSingleToInt32(fraction));
        octaves = TWidth.Add32(octaves, TWidth.ShiftRightLogical32(bits, 23));
    }

    /// <summary>The sum over all lanes, with <see cref="Bias"/> for each logarithm.</summary>
    /// <param name="octaves">Sums of the whole parts.</param>
    /// <param name="fractions">Sums of the rest.</param>
    public static long Sum(V octaves, V fractions) => ((long)TWidth.Sum32(octaves) * VifLog.StepsPerOctave) + TWidth.Sum32(fractions);
}
