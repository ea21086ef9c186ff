using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Adm;

/// <summary>The later scales' row kernels in vectors: 32-bit lanes, 64-bit products of even and odd ones; decoupling in double.</summary>
/// <typeparam name="TWidth">Width of the registers.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal readonly unsafe struct VectorLaterScaleKernels<TWidth, V> : IDetailKernels<int>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private static int Lanes => TWidth.ByteCount / 4;

    /// <inheritdoc/>
    public static void Decouple(
        BandRows<int> reference, BandRows<int> distorted, int count, double gainLimit, BandRows<int> restored, BandRows<int> additive)
    {
        V gain = TWidth.BroadcastDouble(gainLimit);
        for (int x = 0; x < count; x += Lanes)
        {
            V oh = TWidth.Load(reference.Horizontal + x);
            V ov = TWidth.Load(reference.Vertical + x);
            V th = TWidth.Load(distorted.Horizontal + x);
            V tv = TWidth.Load(distorted.Vertical + x);
            V lower = Aligned(
                TWidth.ConvertLowerInt32ToDouble(oh),
                TWidth.ConvertLowerInt32ToDouble(ov),
                TWidth.ConvertLowerInt32ToDouble(th),
                TWidth.ConvertLowerInt32ToDouble(tv),
                out V lowerDoubt);
            V upper = Aligned(
                TWidth.ConvertUpperInt32ToDouble(oh),
                TWidth.ConvertUpperInt32ToDouble(ov),
                TWidth.ConvertUpperInt32ToDouble(th),
                TWidth.ConvertUpperInt32ToDouble(tv),
                out V upperDoubt);
            if (!TWidth.IsZero(TWidth.Or(lowerDoubt, upperDoubt)))
            {
                lower = AlignedExactly(reference, distorted, x);
                upper = AlignedExactly(reference, distorted, x + (Lanes / 2));
            }

            Split(oh, th, lower, upper, gain, restored.Horizontal + x, additive.Horizontal + x);
            Split(ov, tv, lower, upper, gain, restored.Vertical + x, additive.Vertical + x);
            Split(
                TWidth.Load(reference.Diagonal + x),
                TWidth.Load(distorted.Diagonal + x),
                lower,
                upper,
                gain,
                restored.Diagonal + x,
                additive.Diagonal + x);
        }
    }

    /// <inheritdoc/>
    public static void Mask(BandRows<int> masker, int count, in BandSensitivity sensitivity, int* strength, int* centre)
    {
        if (!HasSignedFactors(sensitivity))
        {
            ScalarLaterScaleKernels.Mask(masker, count, sensitivity, strength, centre);
            return;
        }

        V straightFactor = TWidth.Broadcast64((int)sensitivity.StraightFactor);
        V diagonalFactor = TWidth.Broadcast64((int)sensitivity.DiagonalFactor);
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
    public static void SumNeighbours(int* strength, int count, int* sums) => VectorMasking<TWidth, V>.SumNeighbours(strength, count, sums);

    /// <inheritdoc/>
    public static BandSums SumVisibleCubes(
        BandRows<int> detail, ThresholdRows threshold, int count, in BandSensitivity sensitivity, ScaleGeometry geometry)
    {
        const int SquareShift = 30;
        if (!HasSignedFactors(sensitivity))
        {
            return ScalarLaterScaleKernels.SumVisibleCubes(detail, threshold, count, sensitivity, geometry);
        }

        V straightFactor = TWidth.Broadcast64((int)sensitivity.StraightFactor);
        V diagonalFactor = TWidth.Broadcast64((int)sensitivity.DiagonalFactor);
        int shift = geometry.StraightCubeShift;
        (V squareHalf, V half) = CubeSum<TWidth, V>.Halves(SquareShift, shift);
        CubeSum<TWidth, V> horizontal = default;
        CubeSum<TWidth, V> vertical = default;
        CubeSum<TWidth, V> diagonal = default;
        V laneIndex = VectorMasking<TWidth, V>.LaneIndex;
        for (int x = 0; x < count; x += Lanes)
        {
            V lanes = TWidth.GreaterThan32(TWidth.Broadcast32(count - x), laneIndex);
            V limit = VectorMasking<TWidth, V>.Threshold(threshold, x);
            V contrast = TWidth.Abs32(Contrast(detail.Horizontal + x, straightFactor));
            horizontal.Add(VectorMasking<TWidth, V>.Excess(contrast, limit, lanes), squareHalf, half, SquareShift, shift);
            contrast = TWidth.Abs32(Contrast(detail.Vertical + x, straightFactor));
            vertical.Add(VectorMasking<TWidth, V>.Excess(contrast, limit, lanes), squareHalf, half, SquareShift, shift);
            contrast = TWidth.Abs32(Contrast(detail.Diagonal + x, diagonalFactor));
            diagonal.Add(VectorMasking<TWidth, V>.Excess(contrast, limit, lanes), squareHalf, half, SquareShift, shift);
        }

        return new BandSums(horizontal.Total(shift), vertical.Total(shift), diagonal.Total(shift));
    }

    /// <inheritdoc/>
    public static BandSums SumReferenceCubes(BandRows<int> reference, int count, ScaleGeometry geometry) =>
        new(
            SumCubes(reference.Horizontal, count, geometry),
            SumCubes(reference.Vertical, count, geometry),
            SumCubes(reference.Diagonal, count, geometry));

    /// <summary>Whether the factors are below one half, as all are without a large factor on Barten's sensitivity.</summary>
    private static bool HasSignedFactors(in BandSensitivity sensitivity) => (int)(sensitivity.StraightFactor | sensitivity.DiagonalFactor) >= 0;

    private static long SumCubes(int* row, int count, ScaleGeometry geometry)
    {
        int squareShift = ScalarLaterScaleKernels.ReferenceSquareShift(geometry);
        int cubeShift = geometry.ReferenceCubeShift;
        V squareUnit = TWidth.Broadcast64(1L << squareShift);
        V half = TWidth.Broadcast64(cubeShift > 0 ? 1L << (cubeShift - 1) : 0);
        V laneIndex = VectorMasking<TWidth, V>.LaneIndex;
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
    /// The angle test in double, of sums that are rounded to float in the reference: those make a relative error of less than 2⁻²¹ of
    /// the right side.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Aligned(V oh, V ov, V th, V tv, out V doubt)
    {
        V product = TWidth.AddDouble(TWidth.MultiplyDouble(oh, th), TWidth.MultiplyDouble(ov, tv));
        V left = TWidth.MultiplyDouble(product, product);
        V right = TWidth.MultiplyDouble(
            TWidth.MultiplyDouble(
                TWidth.AddDouble(TWidth.MultiplyDouble(oh, oh), TWidth.MultiplyDouble(ov, ov)),
                TWidth.BroadcastDouble(AngleTest.SquaredCosine)),
            TWidth.AddDouble(TWidth.MultiplyDouble(th, th), TWidth.MultiplyDouble(tv, tv)));
        V difference = TWidth.And(TWidth.SubtractDouble(left, right), TWidth.Broadcast64(long.MaxValue));
        doubt = TWidth.GreaterThanDouble(TWidth.MultiplyDouble(right, TWidth.BroadcastDouble(4.76837158203125e-7)), difference);
        return TWidth.And(TWidth.GreaterThanOrEqualDouble(left, right), TWidth.GreaterThanOrEqualDouble(product, TWidth.Zero()));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V AlignedExactly(BandRows<int> reference, BandRows<int> distorted, int x)
    {
        long* aligned = stackalloc long[Lanes / 2];
        for (int lane = 0; lane < Lanes / 2; lane++)
        {
            aligned[lane] = ScalarLaterScaleKernels.IsAligned(reference, distorted, x + lane) ? -1 : 0;
        }

        return TWidth.Load(aligned);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(V o, V t, V lowerAligned, V upperAligned, V gain, int* restored, int* additive)
    {
        V lower = Keep(TWidth.ConvertLowerInt32ToDouble(o), TWidth.ConvertLowerInt32ToDouble(t), lowerAligned, gain);
        V upper = Keep(TWidth.ConvertUpperInt32ToDouble(o), TWidth.ConvertUpperInt32ToDouble(t), upperAligned, gain);
        V kept = TWidth.ConvertDoubleToInt32(lower, upper);
        TWidth.Store(kept, restored);
        TWidth.Store(TWidth.Subtract32(t, kept), additive);
    }

    /// <summary>
    /// What of t is kept, in double: every product has at most 53 bits, so each step is exact, and floor does what shifts do in
    /// integers.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Keep(V o, V t, V aligned, V gain)
    {
        V half = TWidth.BroadcastDouble(0.5);
        V sign = TWidth.And(o, TWidth.BroadcastDouble(-0.0));
        V magnitude = TWidth.Xor(o, sign);
        V along = TWidth.MaxDouble(TWidth.Xor(t, sign), TWidth.Zero());

        // 2⁻ˢ with s the bits by which |o| exceeds 15; as 2 to the power of 14 less |o|'s exponent, which its exponent field gives.
        V scale = TWidth.Subtract64(
            TWidth.Broadcast64((2046L + 14) << 52), TWidth.And(magnitude, TWidth.Broadcast64(0x7FF0_0000_0000_0000)));
        scale = TWidth.MinDouble(scale, TWidth.BroadcastDouble(1.0));
        V divisor = TWidth.FloorDouble(TWidth.AddDouble(TWidth.MultiplyDouble(magnitude, scale), half));
        V reciprocal = TWidth.FloorDouble(TWidth.DivideDouble(TWidth.BroadcastDouble(1 << 30), TWidth.MaxDouble(divisor, TWidth.BroadcastDouble(1.0))));
        V quotient = TWidth.MultiplyDouble(
            TWidth.MultiplyDouble(reciprocal, along), TWidth.MultiplyDouble(scale, TWidth.BroadcastDouble(1.0 / 32768)));
        V ratio = TWidth.MinDouble(TWidth.FloorDouble(TWidth.AddDouble(quotient, half)), TWidth.BroadcastDouble(32768));
        V kept = TWidth.FloorDouble(
            TWidth.AddDouble(TWidth.MultiplyDouble(TWidth.MultiplyDouble(ratio, o), TWidth.BroadcastDouble(1.0 / 32768)), half));

        // Enhancement up to the gain limit: kept · gain and t have one sign; the smaller in magnitude stays, cut to a whole number.
        V limited = TWidth.MinDouble(TWidth.MultiplyDouble(TWidth.Xor(kept, sign), gain), along);
        V enhances = TWidth.And(aligned, TWidth.GreaterThanDouble(ratio, TWidth.Zero()));
        return TWidth.Select(enhances, TWidth.Xor(limited, sign), kept);
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
