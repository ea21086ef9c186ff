using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The first scale's row kernels in vectors of 16-bit lanes.</summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal readonly unsafe struct VectorFirstScaleKernels<TWidth, V> : IDetailKernels<short>, IContrastKernel<short, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>
    /// Up to this magnitude of o the ratio's rounding vanishes, and what is kept of t is t brought between 0 and o. (The first
    /// magnitude for which it is not is 16554.)
    /// </summary>
    private const short LargestExactReference = 16384;

    /// <inheritdoc/>
    public int StraightThresholdShift => 10;

    /// <inheritdoc/>
    public int DiagonalThresholdShift => 12;

    /// <inheritdoc/>
    public int StraightSquareShift => 29;

    /// <inheritdoc/>
    public int DiagonalSquareShift => 30;

    private static int Lanes => TWidth.ByteCount / 2;

    /// <inheritdoc/>
    public void Decouple(
        BandRows<short> reference, BandRows<short> distorted, int count, double gainLimit, BandRows<short> restored, BandRows<short> additive)
    {
        bool isExact;
        if (gainLimit == 1)
        {
            // Enhanced detail is cut to the reference's anyway: the angle does not matter.
            isExact = DecoupleWithoutGain(reference, distorted, count, restored, additive);
        }
        else
        {
            isExact = gainLimit == (int)gainLimit && DecoupleWithGain(reference, distorted, count, (int)gainLimit, restored, additive);
        }

        if (!isExact)
        {
            default(ScalarFirstScaleKernels).Decouple(reference, distorted, count, gainLimit, restored, additive);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Mask(BandRows<short> masker, int count, in BandSensitivity sensitivity, int* strength, int* centre)
    {
        V straightFactor = TWidth.Broadcast16((short)(sensitivity.StraightFactor - 32768));
        V diagonalFactor = TWidth.Broadcast16((short)sensitivity.DiagonalFactor);
        V diagonalTop = TWidth.Broadcast16((short)(sensitivity.DiagonalFactor >= 32768 ? -1 : 0));
        V oneThirtieth = TWidth.Broadcast16(-2184);
        V oneFifteenth = TWidth.Broadcast16(-4368);
        for (int x = 0; x < count; x += Lanes)
        {
            V horizontal = NegativeMagnitude(StraightContrast(TWidth.Load(masker.Horizontal + x), straightFactor));
            V vertical = NegativeMagnitude(StraightContrast(TWidth.Load(masker.Vertical + x), straightFactor));
            V diagonal = NegativeMagnitude(DiagonalContrast(TWidth.Load(masker.Diagonal + x), diagonalFactor, diagonalTop));

            // With y = −|contrast|: beside 4369/4096 · |contrast| = −y + round(2184/32768 · −y), at its place twice that.
            V besideH = TWidth.Subtract16(TWidth.MultiplyHighRound16(horizontal, oneThirtieth), horizontal);
            V besideV = TWidth.Subtract16(TWidth.MultiplyHighRound16(vertical, oneThirtieth), vertical);
            V besideD = TWidth.Subtract16(TWidth.MultiplyHighRound16(diagonal, oneThirtieth), diagonal);
            V lower = SumLower(besideH, besideV, besideD);
            V upper = SumUpper(besideH, besideV, besideD);
            TWidth.Store(lower, strength + x);
            TWidth.Store(upper, strength + x + (Lanes / 2));

            V placeH = TWidth.Subtract16(TWidth.MultiplyHighRound16(horizontal, oneFifteenth), TWidth.Add16(horizontal, horizontal));
            V placeV = TWidth.Subtract16(TWidth.MultiplyHighRound16(vertical, oneFifteenth), TWidth.Add16(vertical, vertical));
            V placeD = TWidth.Subtract16(TWidth.MultiplyHighRound16(diagonal, oneFifteenth), TWidth.Add16(diagonal, diagonal));
            TWidth.Store(TWidth.Subtract32(SumLower(placeH, placeV, placeD), lower), centre + x);
            TWidth.Store(TWidth.Subtract32(SumUpper(placeH, placeV, placeD), upper), centre + x + (Lanes / 2));
        }
    }

    /// <inheritdoc/>
    public void SumNeighbours(int* strength, int count, int* sums) => VectorMasking<TWidth, V>.SumNeighbours(strength, count, sums);

    /// <inheritdoc/>
    public BandSums SumVisibleCubes(
        BandRows<short> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry) =>
        VectorMasking<TWidth, V>.SumVisibleCubes<short, VectorFirstScaleKernels<TWidth, V>>(detail, threshold, count, sensitivity, geometry);

    /// <inheritdoc/>
    public V Factor(uint factor) => TWidth.Broadcast32((int)factor);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Magnitude(short* detail, V factor) => TWidth.Abs32(TWidth.MultiplyLow32(TWidth.LoadWidenSigned16To32(detail), factor));

    /// <inheritdoc/>
    public BandSums SumReferenceCubes(BandRows<short> reference, int count, ScaleGeometry geometry) =>
        new(SumCubes(reference.Horizontal, count), SumCubes(reference.Vertical, count), SumCubes(reference.Diagonal, count));

    [MethodImpl(JitHint.FullyAtOnce)]
    private static long SumCubes(short* row, int count)
    {
        V laneIndex = LaneNumbers<TWidth, V>.Of32;
        V sum = TWidth.Zero();
        for (int x = 0; x < count; x += VectorMasking<TWidth, V>.Lanes)
        {
            V lanes = TWidth.GreaterThan32(TWidth.Broadcast32(count - x), laneIndex);
            V magnitude = TWidth.And(TWidth.Abs32(TWidth.LoadWidenSigned16To32(row + x)), lanes);
            V square = TWidth.MultiplyAddAdjacent16(magnitude, magnitude);
            V even = TWidth.MultiplyEvenUnsigned32(square, magnitude);
            V odd = TWidth.MultiplyEvenUnsigned32(TWidth.ShiftRightLogical64(square, 32), TWidth.ShiftRightLogical64(magnitude, 32));
            sum = TWidth.Add64(sum, TWidth.Add64(even, odd));
        }

        return TWidth.Sum64(sum);
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static bool DecoupleWithoutGain(
        BandRows<short> reference, BandRows<short> distorted, int count, BandRows<short> restored, BandRows<short> additive)
    {
        V largest = TWidth.Zero();
        for (int x = 0; x < count; x += Lanes)
        {
            V o = TWidth.Load(reference.Horizontal + x);
            largest = TWidth.Max16(largest, TWidth.Abs16(o));
            Split(o, TWidth.Load(distorted.Horizontal + x), restored.Horizontal + x, additive.Horizontal + x);
            o = TWidth.Load(reference.Vertical + x);
            largest = TWidth.Max16(largest, TWidth.Abs16(o));
            Split(o, TWidth.Load(distorted.Vertical + x), restored.Vertical + x, additive.Vertical + x);
            o = TWidth.Load(reference.Diagonal + x);
            largest = TWidth.Max16(largest, TWidth.Abs16(o));
            Split(o, TWidth.Load(distorted.Diagonal + x), restored.Diagonal + x, additive.Diagonal + x);
        }

        return TWidth.IsZero(TWidth.GreaterThan16(largest, TWidth.Broadcast16(LargestExactReference)));
    }

    [MethodImpl(JitHint.FullyAtOnce)]
    private static bool DecoupleWithGain(
        BandRows<short> reference, BandRows<short> distorted, int count, int gain, BandRows<short> restored, BandRows<short> additive)
    {
        // The angle test's masks wait in the row that the loop after it overwrites.
        TestAngles(reference, distorted, count, restored.Horizontal);
        V factor = TWidth.Broadcast16((short)gain);
        V most = TWidth.Broadcast16((short)(short.MaxValue / gain));
        V least = TWidth.Broadcast16((short)-(short.MaxValue / gain));
        V largest = TWidth.Zero();
        for (int x = 0; x < count; x += Lanes)
        {
            V aligned = TWidth.Load(restored.Horizontal + x);
            V oh = TWidth.Load(reference.Horizontal + x);
            V ov = TWidth.Load(reference.Vertical + x);
            V od = TWidth.Load(reference.Diagonal + x);
            largest = TWidth.Max16(largest, TWidth.Max16(TWidth.Abs16(oh), TWidth.Abs16(ov)));
            Split(Enhanced(oh, aligned, factor, least, most), TWidth.Load(distorted.Horizontal + x), restored.Horizontal + x, additive.Horizontal + x);
            Split(Enhanced(ov, aligned, factor, least, most), TWidth.Load(distorted.Vertical + x), restored.Vertical + x, additive.Vertical + x);
            largest = TWidth.Max16(largest, TWidth.Abs16(od));
            Split(Enhanced(od, aligned, factor, least, most), TWidth.Load(distorted.Diagonal + x), restored.Diagonal + x, additive.Diagonal + x);
        }

        return TWidth.IsZero(TWidth.GreaterThan16(largest, TWidth.Broadcast16(LargestExactReference)));
    }

    /// <summary>What of t is kept: t brought between 0 and the bound.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(V bound, V t, short* restored, short* additive)
    {
        V zero = TWidth.Zero();
        V kept = TWidth.Max16(TWidth.Min16(t, TWidth.Max16(bound, zero)), TWidth.Min16(bound, zero));
        TWidth.Store(kept, restored);
        TWidth.Store(TWidth.Subtract16(t, kept), additive);
    }

    /// <summary>o, and where both pictures' detail is aligned, o times the gain limit, short of overflow; |t| stays below that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Enhanced(V o, V aligned, V factor, V least, V most) =>
        TWidth.Select(aligned, TWidth.MultiplyLow16(TWidth.Min16(TWidth.Max16(o, least), most), factor), o);

    /// <summary>The angle test, in float; where that cannot tell, in double. Leaves a mask in each 16-bit lane.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private static void TestAngles(BandRows<short> reference, BandRows<short> distorted, int count, short* masks)
    {
        for (int x = 0; x < count; x += Lanes)
        {
            V oh = TWidth.Load(reference.Horizontal + x);
            V ov = TWidth.Load(reference.Vertical + x);
            V th = TWidth.Load(distorted.Horizontal + x);
            V tv = TWidth.Load(distorted.Vertical + x);
            V lower = AlignedPairs(TWidth.UnpackLow16(oh, ov), TWidth.UnpackLow16(th, tv), out V lowerDoubt);
            V upper = AlignedPairs(TWidth.UnpackHigh16(oh, ov), TWidth.UnpackHigh16(th, tv), out V upperDoubt);
            TWidth.Store(TWidth.PackSigned32To16(lower, upper), masks + x);
            if (!TWidth.IsZero(TWidth.Or(lowerDoubt, upperDoubt)))
            {
                TestAnglesExactly(reference, distorted, x, masks);
            }
        }
    }

    /// <summary>The angle test of vectors (h, v) in 32-bit lanes. The float's relative error is below 2⁻²² of the right side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AlignedPairs(V o, V t, out V doubt)
    {
        V product = TWidth.MultiplyAddAdjacent16(o, t);
        V rounded = TWidth.ConvertInt32ToSingle(product);
        V left = TWidth.MultiplySingle(rounded, rounded);
        V right = TWidth.MultiplySingle(
            TWidth.MultiplySingle(
                TWidth.ConvertInt32ToSingle(TWidth.MultiplyAddAdjacent16(o, o)), TWidth.BroadcastSingle(AngleTest.SquaredCosine)),
            TWidth.ConvertInt32ToSingle(TWidth.MultiplyAddAdjacent16(t, t)));
        V difference = TWidth.And(TWidth.SubtractSingle(left, right), TWidth.Broadcast32(int.MaxValue));
        V forward = TWidth.GreaterThan32(product, TWidth.Broadcast32(-1));
        doubt = TWidth.GreaterThanSingle(TWidth.MultiplySingle(right, TWidth.BroadcastSingle(2.384185791015625e-7f)), difference);
        return TWidth.And(TWidth.GreaterThanOrEqualSingle(left, right), forward);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TestAnglesExactly(BandRows<short> reference, BandRows<short> distorted, int start, short* masks)
    {
        for (int x = start; x < start + Lanes; x++)
        {
            masks[x] = (short)(ScalarFirstScaleKernels.IsAligned(reference, distorted, x) ? -1 : 0);
        }
    }

    /// <summary>(factor · x + 2¹⁴) ≫ 15 for an unsigned 16-bit factor, given less 32768.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V StraightContrast(V x, V factor) => TWidth.Add16(x, TWidth.MultiplyHighRound16(x, factor));

    /// <summary>(factor · x + 65535) ≫ 17, the halved ceiling of factor · x / 65536, as −⌊factor · −x / 65536⌋ ≫ 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DiagonalContrast(V x, V factor, V factorTop)
    {
        V negative = TWidth.Subtract16(TWidth.Zero(), x);
        V floor = TWidth.Add16(TWidth.MultiplyHigh16(negative, factor), TWidth.And(negative, factorTop));
        return TWidth.ShiftRightArithmetic16(TWidth.Subtract16(TWidth.Zero(), floor), 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V NegativeMagnitude(V x) => TWidth.Min16(x, TWidth.Subtract16(TWidth.Zero(), x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SumLower(V a, V b, V c) =>
        TWidth.Add32(TWidth.Add32(TWidth.WidenLowerSigned16To32(a), TWidth.WidenLowerSigned16To32(b)), TWidth.WidenLowerSigned16To32(c));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SumUpper(V a, V b, V c) =>
        TWidth.Add32(TWidth.Add32(TWidth.WidenUpperSigned16To32(a), TWidth.WidenUpperSigned16To32(b)), TWidth.WidenUpperSigned16To32(c));
}
