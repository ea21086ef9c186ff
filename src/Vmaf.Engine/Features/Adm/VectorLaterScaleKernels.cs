using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The later scales' row kernels in vectors: 32-bit lanes, 64-bit products of even and odd ones.</summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal readonly unsafe struct VectorLaterScaleKernels<TWidth, V> : IDetailKernels<int>, IContrastKernel<int, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <inheritdoc/>
    public int StraightThresholdShift => 0;

    /// <inheritdoc/>
    public int DiagonalThresholdShift => 0;

    /// <inheritdoc/>
    public int StraightSquareShift => 30;

    /// <inheritdoc/>
    public int DiagonalSquareShift => 30;

    private static int Lanes => TWidth.ByteCount / 4;

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Decouple(
        BandRows<int> reference, BandRows<int> distorted, int count, double gainLimit, BandRows<int> restored, BandRows<int> additive)
    {
        if (gainLimit != (int)gainLimit)
        {
            default(ScalarLaterScaleKernels).Decouple(reference, distorted, count, gainLimit, restored, additive);
            return;
        }

        // The angle test's masks wait in the row that the loop after it overwrites.
        TestAngles(reference, distorted, count, restored.Horizontal);
        V gain = TWidth.Broadcast32((int)gainLimit);
        V most = TWidth.Broadcast32(int.MaxValue / (int)gainLimit);
        for (int x = 0; x < count; x += Lanes)
        {
            V aligned = TWidth.Load(restored.Horizontal + x);
            Split(reference.Horizontal + x, distorted.Horizontal + x, aligned, gain, most, restored.Horizontal + x, additive.Horizontal + x);
            Split(reference.Vertical + x, distorted.Vertical + x, aligned, gain, most, restored.Vertical + x, additive.Vertical + x);
            Split(reference.Diagonal + x, distorted.Diagonal + x, aligned, gain, most, restored.Diagonal + x, additive.Diagonal + x);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(JitHint.FullyAtOnce)]
    public void Mask(BandRows<int> masker, int count, in BandSensitivity sensitivity, int* strength, int* centre)
    {
        if (!HasSignedFactors(sensitivity))
        {
            default(ScalarLaterScaleKernels).Mask(masker, count, sensitivity, strength, centre);
            return;
        }

        V straightFactor = Factor(sensitivity.StraightFactor);
        V diagonalFactor = Factor(sensitivity.DiagonalFactor);
        for (int x = 0; x < count; x += Lanes)
        {
            V beside = TWidth.Zero();
            V place = TWidth.Zero();
            AddShares(Contrast(masker.Horizontal + x, straightFactor), ref beside, ref place);
            AddShares(Contrast(masker.Vertical + x, straightFactor), ref beside, ref place);
            AddShares(Contrast(masker.Diagonal + x, diagonalFactor), ref beside, ref place);
            TWidth.Store(beside, strength + x);
            TWidth.Store(TWidth.Subtract32(place, beside), centre + x);
        }
    }

    /// <inheritdoc/>
    public void SumNeighbours(int* strength, int count, int* sums) => VectorMasking<TWidth, V>.SumNeighbours(strength, count, sums);

    /// <inheritdoc/>
    public BandSums SumVisibleCubes(
        BandRows<int> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry) =>
        HasSignedFactors(sensitivity)
            ? VectorMasking<TWidth, V>.SumVisibleCubes<int, VectorLaterScaleKernels<TWidth, V>>(detail, threshold, count, sensitivity, geometry)
            : default(ScalarLaterScaleKernels).SumVisibleCubes(detail, threshold, count, sensitivity, geometry);

    /// <inheritdoc/>
    public V Factor(uint factor) => TWidth.Broadcast64((int)factor);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Magnitude(int* detail, V factor) => TWidth.Abs32(Contrast(detail, factor));

    /// <inheritdoc/>
    public BandSums SumReferenceCubes(BandRows<int> reference, int count, ScaleGeometry geometry) =>
        new(
            SumCubes(reference.Horizontal, count, geometry),
            SumCubes(reference.Vertical, count, geometry),
            SumCubes(reference.Diagonal, count, geometry));

    /// <summary>Whether the factors are below one half, as all are without a large factor on Barten's sensitivity.</summary>
    private static bool HasSignedFactors(in BandSensitivity sensitivity) => (int)(sensitivity.StraightFactor | sensitivity.DiagonalFactor) >= 0;

    [MethodImpl(JitHint.FullyAtOnce)]
    private static long SumCubes(int* row, int count, ScaleGeometry geometry)
    {
        int squareShift = ScalarLaterScaleKernels.ReferenceSquareShift(geometry);
        int cubeShift = geometry.ReferenceCubeShift;
        V squareUnit = TWidth.Broadcast64(1L << squareShift);
        V half = TWidth.Broadcast64(cubeShift > 0 ? 1L << (cubeShift - 1) : 0);
        V laneIndex = LaneNumbers<TWidth, V>.Of32;
        V sum = TWidth.Zero();
        for (int x = 0; x < count; x += Lanes)
        {
            V lanes = TWidth.GreaterThan32(TWidth.Broadcast32(count - x), laneIndex);
            V even = TWidth.And(TWidth.Abs32(TWidth.Load(row + x)), lanes);
            V odd = TWidth.ShiftRightLogical64(even, 32);
            V evenSquare = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEvenUnsigned32(even, even), squareUnit), squareShift);
            V oddSquare = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEvenUnsigned32(odd, odd), squareUnit), squareShift);
            V evenCube = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEvenUnsigned32(evenSquare, even), half), cubeShift);
            V oddCube = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEvenUnsigned32(oddSquare, odd), half), cubeShift);
            sum = TWidth.Add64(sum, TWidth.Add64(evenCube, oddCube));
        }

        return TWidth.Sum64(sum);
    }

    /// <summary>
    /// The angle test in float. Its roundings, and those of the reference's test, come to a relative error of less than 2⁻¹⁹ of the
    /// right side.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Aligned(V oh, V ov, V th, V tv, out V doubt)
    {
        V product = TWidth.AddSingle(TWidth.MultiplySingle(oh, th), TWidth.MultiplySingle(ov, tv));
        V left = TWidth.MultiplySingle(product, product);
        V right = TWidth.MultiplySingle(
            TWidth.MultiplySingle(
                TWidth.AddSingle(TWidth.MultiplySingle(oh, oh), TWidth.MultiplySingle(ov, ov)),
                TWidth.BroadcastSingle(AngleTest.SquaredCosine)),
            TWidth.AddSingle(TWidth.MultiplySingle(th, th), TWidth.MultiplySingle(tv, tv)));
        V difference = TWidth.And(TWidth.SubtractSingle(left, right), TWidth.Broadcast32(int.MaxValue));
        doubt = TWidth.GreaterThanSingle(TWidth.MultiplySingle(right, TWidth.BroadcastSingle(1.9073486328125e-6f)), difference);
        return TWidth.And(TWidth.GreaterThanOrEqualSingle(left, right), TWidth.GreaterThanOrEqualSingle(product, TWidth.Zero()));
    }

    /// <summary>The angle test, in float; where that cannot tell, in double. Leaves a mask in each lane.</summary>
    [MethodImpl(JitHint.FullyAtOnce)]
    private static void TestAngles(BandRows<int> reference, BandRows<int> distorted, int count, int* masks)
    {
        for (int x = 0; x < count; x += Lanes)
        {
            V aligned = Aligned(
                TWidth.ConvertInt32ToSingle(TWidth.Load(reference.Horizontal + x)),
                TWidth.ConvertInt32ToSingle(TWidth.Load(reference.Vertical + x)),
                TWidth.ConvertInt32ToSingle(TWidth.Load(distorted.Horizontal + x)),
                TWidth.ConvertInt32ToSingle(TWidth.Load(distorted.Vertical + x)),
                out V doubt);
            TWidth.Store(aligned, masks + x);
            if (!TWidth.IsZero(doubt))
            {
                TestAnglesExactly(reference, distorted, x, masks);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TestAnglesExactly(BandRows<int> reference, BandRows<int> distorted, int start, int* masks)
    {
        for (int x = start; x < start + Lanes; x++)
        {
            masks[x] = ScalarLaterScaleKernels.IsAligned(reference, distorted, x) ? -1 : 0;
        }
    }

    /// <summary>Splits t into what is kept of it beside o and the rest; all in magnitudes along o, below 2³¹ − 2¹⁰ by the bands' range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(int* reference, int* distorted, V aligned, V gain, V most, int* restored, int* additive)
    {
        V o = TWidth.Load(reference);
        V t = TWidth.Load(distorted);
        V sign = TWidth.ShiftRightArithmetic32(o, 31);
        V magnitude = TWidth.Abs32(o);
        V along = TWidth.Max32(TWidth.Subtract32(TWidth.Xor(t, sign), sign), TWidth.Zero());
        V kept = Keep(magnitude, along, sign);

        // Enhancement up to the gain limit, short of overflow: what is cut off there exceeds t anyway.
        V enhanced = TWidth.Min32(TWidth.MultiplyLow32(TWidth.Min32(kept, most), gain), along);
        kept = TWidth.Select(aligned, enhanced, kept);
        kept = TWidth.Subtract32(TWidth.Xor(kept, sign), sign);
        TWidth.Store(kept, restored);
        TWidth.Store(TWidth.Subtract32(t, kept), additive);
    }

    /// <summary>
    /// What of t is kept by the ratio t/o in units of 2⁻¹⁵. |o| is rounded to 15 bits by a shift of s, which leaves
    /// 16384 … 32768, and inverted to 32768 … 65536; up to 16384 the ratio's rounding vanishes, and t up to |o| is kept.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Keep(V magnitude, V along, V sign)
    {
        V smallest = TWidth.Broadcast32(16384);

        // The exponent of |o| from a float: without its lower bits, so that rounding cannot reach the next power of two.
        V top = TWidth.ConvertInt32ToSingle(TWidth.AndNot(magnitude, TWidth.ShiftRightLogical32(magnitude, 1)));
        V shift = TWidth.Max32(TWidth.Subtract32(TWidth.ShiftRightLogical32(top, 23), TWidth.Broadcast32(127 + 14)), TWidth.Zero());
        V half = TWidth.ShiftRightLogical32(TWidth.ShiftLeftVariable32(TWidth.Broadcast32(1), shift), 1);
        V divisor = TWidth.Max32(TWidth.ShiftRightLogicalVariable32(TWidth.Add32(magnitude, half), shift), smallest);

        // The float's quotient is right or one too large.
        V reciprocal = TWidth.ConvertSingleToInt32(
            TWidth.DivideSingle(TWidth.BroadcastSingle(1 << 30), TWidth.ConvertInt32ToSingle(divisor)));
        V remainder = TWidth.Subtract32(TWidth.Broadcast32(1 << 30), TWidth.MultiplyLow32(reciprocal, divisor));
        reciprocal = TWidth.Add32(reciprocal, TWidth.ShiftRightArithmetic32(remainder, 31));

        // (reciprocal · along + 2¹⁴⁺ˢ) ≫ (15 + s) with along = upper · 2ˢ + lower; twice |o| is as good as anything above it.
        V limited = TWidth.MinUnsigned32(along, TWidth.Add32(magnitude, magnitude));
        V upper = TWidth.ShiftRightLogicalVariable32(limited, shift);
        V lower = TWidth.Subtract32(limited, TWidth.ShiftLeftVariable32(upper, shift));
        V fraction = TWidth.ShiftRightLogicalVariable32(TWidth.MultiplyLow32(reciprocal, lower), shift);
        V product = TWidth.Add32(TWidth.Add32(TWidth.MultiplyLow32(reciprocal, upper), fraction), smallest);
        V ratio = TWidth.MinUnsigned32(TWidth.ShiftRightLogical32(product, 15), TWidth.Broadcast32(32768));

        // (ratio · o + 2¹⁴) ≫ 15 for the magnitude: a half is rounded away from zero where o is positive, else towards it.
        V high = TWidth.MultiplyLow32(ratio, TWidth.ShiftRightLogical32(magnitude, 15));
        V low = TWidth.MultiplyLow32(ratio, TWidth.And(magnitude, TWidth.Broadcast32(32767)));
        V rounded = TWidth.Add32(high, TWidth.ShiftRightLogical32(TWidth.Add32(low, TWidth.Add32(smallest, sign)), 15));
        return TWidth.Select(TWidth.GreaterThan32(magnitude, smallest), rounded, TWidth.Min32(along, magnitude));
    }

    /// <summary>(factor · x + 2²⁷) ≫ 28, cut to 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Contrast(int* detail, V factor)
    {
        V half = TWidth.Broadcast64(1 << 27);
        V even = TWidth.Load(detail);
        V odd = TWidth.ShiftRightLogical64(even, 32);
        even = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEven32(even, factor), half), 28);
        odd = TWidth.ShiftLeft64(TWidth.Add64(TWidth.MultiplyEven32(odd, factor), half), 4);
        return TWidth.Select(TWidth.Broadcast64(-1L << 32), odd, even);
    }

    /// <summary>Adds 1/30 and 1/15 of the contrast's magnitude, each less half and rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddShares(V contrast, ref V beside, ref V place)
    {
        V even = TWidth.Abs32(contrast);
        V odd = TWidth.ShiftRightLogical64(even, 32);
        beside = TWidth.Add32(beside, Share(even, odd, TWidth.Broadcast64(143165577)));
        place = TWidth.Add32(place, Share(even, odd, TWidth.Broadcast64(286331153)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Share(V even, V odd, V share)
    {
        V half = TWidth.Broadcast64(-1L << 31);
        even = TWidth.ShiftRightLogical64(TWidth.Add64(TWidth.MultiplyEven32(even, share), half), 32);
        odd = TWidth.Add64(TWidth.MultiplyEven32(odd, share), half);
        return TWidth.Select(TWidth.Broadcast64(-1L << 32), odd, even);
    }
}
