using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>
/// The weighted sum of lightness, chroma and hue differences (Sharma, Wu and Dalal, formulas 12 to 22), in single precision: smooth
/// functions, whose errors average out. The parametric factors are those of libvmaf.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class ColourDifference<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const float LightnessFactor = 0.65f;
    private const float HueFactor = 4f;

    /// <summary>Weighs the differences and adds them up.</summary>
    /// <param name="rows">What <see cref="LabColour{TWidth,V}"/> and <see cref="ChromaDifference{TWidth,V}"/> made.</param>
    /// <param name="count">Number of colours.</param>
    /// <param name="differences">Receives the differences, and up to a register more.</param>
    public static void Compute(in ColourRows rows, int count, double* differences)
    {
        V one = Single(1f);
        for (int index = 0; index < count; index += TWidth.ByteCount / sizeof(float))
        {
            V chroma = TWidth.Load(rows.MeanChroma + index);
            V meanHue = MeanHue(
                TWidth.Load(rows.ReferenceA + index),
                TWidth.Load(rows.ReferenceB + index),
                TWidth.Load(rows.DistortedA + index),
                TWidth.Load(rows.DistortedB + index));
            V lightnessStep = Lightness(TWidth.Load(rows.ReferenceLightness + index), TWidth.Load(rows.DistortedLightness + index));
            V chromaStep = TWidth.DivideSingle(
                TWidth.Load(rows.ChromaStep + index), TWidth.AddSingle(one, TWidth.MultiplySingle(chroma, Single(0.045f))));
            V hueWeight = TWidth.AddSingle(
                one, TWidth.MultiplySingle(TWidth.MultiplySingle(chroma, Single(0.015f)), HueDependence(meanHue)));
            V hueStep = TWidth.DivideSingle(TWidth.Load(rows.HueStep + index), TWidth.MultiplySingle(Single(HueFactor), hueWeight));
            V rotation = TWidth.MultiplySingle(TWidth.MultiplySingle(Rotation(chroma, meanHue), chromaStep), hueStep);
            V sum = TWidth.AddSingle(Square(lightnessStep), Square(chromaStep));
            sum = TWidth.AddSingle(TWidth.AddSingle(sum, Square(hueStep)), rotation);
            V difference = TWidth.SquareRootSingle(TWidth.MaxSingle(sum, TWidth.Zero()));
            TWidth.Store(TWidth.ConvertLowerSingleToDouble(difference), differences + index);
            TWidth.Store(TWidth.ConvertUpperSingleToDouble(difference), differences + index + (TWidth.ByteCount / sizeof(double)));
        }
    }

    private static V Single(float value) => TWidth.BroadcastSingle(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Square(V a) => TWidth.MultiplySingle(a, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Lightness(V reference, V distorted)
    {
        V mean = TWidth.MultiplySingle(TWidth.AddSingle(reference, distorted), Single(0.5f));
        V square = Square(TWidth.SubtractSingle(mean, Single(50f)));
        V root = TWidth.SquareRootSingle(TWidth.AddSingle(square, Single(20f)));
        V weight = TWidth.AddSingle(Single(1f), TWidth.DivideSingle(TWidth.MultiplySingle(square, Single(0.015f)), root));
        return TWidth.DivideSingle(TWidth.SubtractSingle(distorted, reference), TWidth.MultiplySingle(Single(LightnessFactor), weight));
    }

    /// <summary>The middle of the shorter arc between both hues, in radians; as in libvmaf, it may exceed a full turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MeanHue(V a1, V b1, V a2, V b2)
    {
        V hue1 = LaneMath<TWidth, V>.Angle(b1, a1);
        V hue2 = LaneMath<TWidth, V>.Angle(b2, a2);
        V isAcrossZero = TWidth.GreaterThanSingle(TWidth.AbsSingle(TWidth.SubtractSingle(hue1, hue2)), Single(MathF.PI));
        V sum = TWidth.AddSingle(TWidth.AddSingle(hue1, hue2), TWidth.And(isAcrossZero, Single(MathF.Tau)));
        return TWidth.MultiplySingle(sum, Single(0.5f));
    }

    /// <summary>T of the formula, from multiples of one angle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V HueDependence(V hue)
    {
        V sine = LaneMath<TWidth, V>.SineCosine(hue, out V cosine);
        V two = Single(2f);
        V cosine2 = TWidth.SubtractSingle(TWidth.MultiplySingle(two, Square(cosine)), Single(1f));
        V sine2 = TWidth.MultiplySingle(two, TWidth.MultiplySingle(sine, cosine));
        V cosine3 = TWidth.SubtractSingle(TWidth.MultiplySingle(cosine2, cosine), TWidth.MultiplySingle(sine2, sine));
        V sine3 = TWidth.AddSingle(TWidth.MultiplySingle(sine2, cosine), TWidth.MultiplySingle(cosine2, sine));
        V cosine4 = TWidth.SubtractSingle(TWidth.MultiplySingle(two, Square(cosine2)), Single(1f));
        V sine4 = TWidth.MultiplySingle(two, TWidth.MultiplySingle(sine2, cosine2));

        V sum = TWidth.AddSingle(Single(1f), Turned(cosine, sine, -0.17, -Math.PI / 6));
        sum = TWidth.AddSingle(sum, TWidth.MultiplySingle(cosine2, Single(0.24f)));
        sum = TWidth.AddSingle(sum, Turned(cosine3, sine3, 0.32, Math.PI / 30));
        return TWidth.AddSingle(sum, Turned(cosine4, sine4, -0.20, -7 * Math.PI / 20));
    }

    /// <summary>factor · cos(angle + turn).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Turned(V cosine, V sine, double factor, double turn) =>
        TWidth.SubtractSingle(
            TWidth.MultiplySingle(cosine, Single((float)(factor * Math.Cos(turn)))),
            TWidth.MultiplySingle(sine, Single((float)(factor * Math.Sin(turn)))));

    /// <summary>R_T of the formula: chroma and hue differences interact in blues.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Rotation(V chroma, V hue)
    {
        V degrees = TWidth.MultiplySingle(hue, Single((float)(180 / Math.PI)));
        V distance = TWidth.MultiplySingle(TWidth.SubtractSingle(degrees, Single(275f)), Single(1 / 25f));
        V angle = TWidth.MultiplySingle(LaneMath<TWidth, V>.NegativeExponential(Square(distance)), Single((float)(Math.PI / 3)));
        return TWidth.MultiplySingle(
            TWidth.MultiplySingle(Single(-2f), ChromaDifference<TWidth, V>.Saturation(chroma)), LaneMath<TWidth, V>.SineNearZero(angle));
    }
}
