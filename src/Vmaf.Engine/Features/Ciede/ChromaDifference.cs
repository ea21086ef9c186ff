using System.Runtime.CompilerServices;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>
/// Chroma and hue differences: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", Color Research and Application,
/// 2005, formulas 2 to 11, in double precision and rounded to single where libvmaf does so. The hue difference comes from cross and dot
/// product, without angles.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class ChromaDifference<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    /// <summary>Scratch rows of the stretched a* axis, and of the differences.</summary>
    public const int ReferenceStretched = 6;
    public const int DistortedStretched = 7;
    public const int MeanChroma = 8;
    public const int ChromaStep = 9;
    public const int HueStep = 10;

    private const double SaturationPower = 6103515625; // 25⁷

    /// <summary>Takes rows 1, 2, 4 and 5 (a* and b* of both pictures) and fills rows 6 to 10.</summary>
    /// <param name="scratch">The rows.</param>
    /// <param name="start">Place in the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute(FloatPlane scratch, int start)
    {
        V a1 = TWidth.Load(scratch.Row(1) + start);
        V b1 = TWidth.Load(scratch.Row(2) + start);
        V a2 = TWidth.Load(scratch.Row(4) + start);
        V b2 = TWidth.Load(scratch.Row(5) + start);
        V half = TWidth.BroadcastSingle(0.5f);
        V meanChroma = TWidth.MultiplySingle(TWidth.AddSingle(Length(a1, b1), Length(a2, b2)), half);
        V lowerStretch = Stretch(TWidth.ConvertLowerSingleToDouble(meanChroma));
        V upperStretch = Stretch(TWidth.ConvertUpperSingleToDouble(meanChroma));
        a1 = Stretched(a1, lowerStretch, upperStretch);
        a2 = Stretched(a2, lowerStretch, upperStretch);
        V chroma1 = Length(a1, b1);
        V chroma2 = Length(a2, b2);
        TWidth.Store(a1, scratch.Row(ReferenceStretched) + start);
        TWidth.Store(a2, scratch.Row(DistortedStretched) + start);
        TWidth.Store(TWidth.MultiplySingle(TWidth.AddSingle(chroma1, chroma2), half), scratch.Row(MeanChroma) + start);
        TWidth.Store(TWidth.SubtractSingle(chroma2, chroma1), scratch.Row(ChromaStep) + start);

        V lowerHue = Hue(
            TWidth.ConvertLowerSingleToDouble(a1),
            TWidth.ConvertLowerSingleToDouble(b1),
            TWidth.ConvertLowerSingleToDouble(a2),
            TWidth.ConvertLowerSingleToDouble(b2),
            TWidth.MultiplyDouble(TWidth.ConvertLowerSingleToDouble(chroma1), TWidth.ConvertLowerSingleToDouble(chroma2)));
        V upperHue = Hue(
            TWidth.ConvertUpperSingleToDouble(a1),
            TWidth.ConvertUpperSingleToDouble(b1),
            TWidth.ConvertUpperSingleToDouble(a2),
            TWidth.ConvertUpperSingleToDouble(b2),
            TWidth.MultiplyDouble(TWidth.ConvertUpperSingleToDouble(chroma1), TWidth.ConvertUpperSingleToDouble(chroma2)));
        TWidth.Store(TWidth.NarrowDoublesToSingle(lowerHue, upperHue), scratch.Row(HueStep) + start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Length(V a, V b) =>
        TWidth.NarrowDoublesToSingle(
            Length64(TWidth.ConvertLowerSingleToDouble(a), TWidth.ConvertLowerSingleToDouble(b)),
            Length64(TWidth.ConvertUpperSingleToDouble(a), TWidth.ConvertUpperSingleToDouble(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Length64(V a, V b) =>
        TWidth.SquareRootDouble(TWidth.AddDouble(TWidth.MultiplyDouble(a, a), TWidth.MultiplyDouble(b, b)));

    /// <summary>1 − √(c⁷ / (c⁷ + 25⁷)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Stretch(V chroma)
    {
        V square = TWidth.MultiplyDouble(chroma, chroma);
        V power = TWidth.MultiplyDouble(TWidth.MultiplyDouble(TWidth.MultiplyDouble(square, square), square), chroma);
        V ratio = TWidth.DivideDouble(power, TWidth.AddDouble(power, TWidth.BroadcastDouble(SaturationPower)));
        return TWidth.SubtractDouble(TWidth.BroadcastDouble(1), TWidth.SquareRootDouble(ratio));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Stretched(V a, V lowerStretch, V upperStretch) =>
        TWidth.NarrowDoublesToSingle(
            Stretched64(TWidth.ConvertLowerSingleToDouble(a), lowerStretch), Stretched64(TWidth.ConvertUpperSingleToDouble(a), upperStretch));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Stretched64(V a, V stretch) =>
        TWidth.AddDouble(a, TWidth.MultiplyDouble(TWidth.MultiplyDouble(a, TWidth.BroadcastDouble(0.5)), stretch));

    /// <summary>2 √(c₁ c₂) · sin(Δh / 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Hue(V a1, V b1, V a2, V b2, V chromaProduct)
    {
        V cross = TWidth.SubtractDouble(TWidth.MultiplyDouble(a1, b2), TWidth.MultiplyDouble(a2, b1));
        V dot = TWidth.AddDouble(TWidth.MultiplyDouble(a1, a2), TWidth.MultiplyDouble(b1, b2));
        V cosine = TWidth.AddDouble(chromaProduct, dot);

        // Opposite hues, or one without chroma, leave no quotient; then the sine is 1.
        V isOpposite = TWidth.GreaterThanOrEqualDouble(TWidth.MultiplyDouble(chromaProduct, TWidth.BroadcastDouble(1e-6)), cosine);
        V radicand = TWidth.Select(
            isOpposite,
            TWidth.MultiplyDouble(chromaProduct, TWidth.BroadcastDouble(4)),
            TWidth.MultiplyDouble(cosine, TWidth.BroadcastDouble(0.5)));
        V root = TWidth.SquareRootDouble(radicand);
        V quotient = TWidth.DivideDouble(cross, TWidth.Select(isOpposite, TWidth.BroadcastDouble(1), root));
        return TWidth.Select(isOpposite, root, quotient);
    }
}
