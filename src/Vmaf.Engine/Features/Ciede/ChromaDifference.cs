using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>
/// Chroma and hue differences: G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 color-difference formula", Color Research and Application,
/// 2005, formulas 2 to 11. The hue difference comes from cross and dot product, without angles.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class ChromaDifference<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const float SaturationPower = 6103515625f; // 25⁷

    /// <summary>Stretches the a* axes in place and works out chroma and hue.</summary>
    /// <param name="rows">The colours; receives the differences.</param>
    /// <param name="count">Number of colours; up to a register more is read and written.</param>
    public static void Compute(in ColourRows rows, int count)
    {
        V half = Single(0.5f);
        for (int index = 0; index < count; index += TWidth.ByteCount / sizeof(float))
        {
            V a1 = TWidth.Load(rows.ReferenceA + index);
            V b1 = TWidth.Load(rows.ReferenceB + index);
            V a2 = TWidth.Load(rows.DistortedA + index);
            V b2 = TWidth.Load(rows.DistortedB + index);
            V mean = TWidth.MultiplySingle(TWidth.AddSingle(Length(a1, b1), Length(a2, b2)), half);
            V stretch = TWidth.MultiplySingle(TWidth.SubtractSingle(Single(1f), Saturation(mean)), half);
            a1 = TWidth.AddSingle(a1, TWidth.MultiplySingle(a1, stretch));
            a2 = TWidth.AddSingle(a2, TWidth.MultiplySingle(a2, stretch));
            V chroma1 = Length(a1, b1);
            V chroma2 = Length(a2, b2);
            TWidth.Store(a1, rows.ReferenceA + index);
            TWidth.Store(a2, rows.DistortedA + index);
            TWidth.Store(TWidth.MultiplySingle(TWidth.AddSingle(chroma1, chroma2), half), rows.MeanChroma + index);
            TWidth.Store(TWidth.SubtractSingle(chroma2, chroma1), rows.ChromaStep + index);
            TWidth.Store(Hue(a1, b1, a2, b2, TWidth.MultiplySingle(chroma1, chroma2)), rows.HueStep + index);
        }
    }

    /// <summary>√(c⁷ / (c⁷ + 25⁷)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Saturation(V chroma)
    {
        V square = TWidth.MultiplySingle(chroma, chroma);
        V power = TWidth.MultiplySingle(TWidth.MultiplySingle(TWidth.MultiplySingle(square, square), square), chroma);
        return TWidth.SquareRootSingle(TWidth.DivideSingle(power, TWidth.AddSingle(power, Single(SaturationPower))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Single(float value) => TWidth.BroadcastSingle(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Length(V a, V b) =>
        TWidth.SquareRootSingle(TWidth.AddSingle(TWidth.MultiplySingle(a, a), TWidth.MultiplySingle(b, b)));

    /// <summary>2 √(c₁ c₂) · sin(Δh / 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Hue(V a1, V b1, V a2, V b2, V chromaProduct)
    {
        // a₁ b₂ − a₂ b₁, without the cancellation of two nearly equal products.
        V cross = TWidth.SubtractSingle(
            TWidth.MultiplySingle(a1, TWidth.SubtractSingle(b2, b1)), TWidth.MultiplySingle(b1, TWidth.SubtractSingle(a2, a1)));
        V dot = TWidth.AddSingle(TWidth.MultiplySingle(a1, a2), TWidth.MultiplySingle(b1, b2));

        // sin²(Δh / 2) from the cosine where the hues are far apart, from the sine where they are near: neither cancels there.
        V isFar = TWidth.GreaterThanSingle(TWidth.Zero(), dot);
        V radicand = TWidth.Select(
            isFar,
            TWidth.MultiplySingle(TWidth.SubtractSingle(chromaProduct, dot), Single(2f)),
            TWidth.MultiplySingle(TWidth.AddSingle(chromaProduct, dot), Single(0.5f)));
        V root = TWidth.SquareRootSingle(radicand);
        V bounded = TWidth.Select(TWidth.GreaterThanSingle(root, TWidth.Zero()), root, Single(1f));
        V sign = TWidth.And(cross, Single(-0f));
        return TWidth.Select(isFar, TWidth.Or(root, sign), TWidth.DivideSingle(cross, bounded));
    }
}
