using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// The natural logarithm of positive normal numbers with the same bits on every tier, processor and operating system. Its error is
/// below 0.5002 units in the last place (measured on 2 million numbers), so that it is rounded correctly but where a value lies
/// almost midway between two numbers.
/// x = 2^k · m with m in [√½, √2); ln m = 2 artanh s = 2 (s + s·w·(1/3 + p)) with s = (m − 1) / (m + 1), w = s² and
/// p = w/5 + w²/7 + … + w¹¹/25. A name with Low holds what rounding took off the number of the same name.
/// </summary>
internal static class NaturalLogarithm
{
    /// <summary>The bits of √½, the least m.</summary>
    private const long LeastFractionBits = 0x3FE6A09E667F3BCD;

    private const int FractionBits = 52;

    // 1.5 · 2⁵², as bits and as a number: a whole number added to the bits is added to the number.
    private const long WholeNumberBits = 0x4338000000000000;
    private const double WholeNumberOffset = 6755399441055744;

    // ln 2 in two parts; the first has 42 bits, so that its product with an exponent is exact.
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    // 1/3 in two parts.
    private const double Third = 1.0 / 3;
    private const double ThirdLow = Third / (1L << 54);

    /// <summary>ln x in double lanes.</summary>
    /// <param name="x">Positive, neither subnormal nor infinite.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<TWidth, V>(V x)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V one = TWidth.BroadcastDouble(1);
        V exponentBits = TWidth.ShiftRightArithmetic64(TWidth.Subtract64(x, TWidth.Broadcast64(LeastFractionBits)), FractionBits);
        V m = TWidth.Subtract64(x, TWidth.ShiftLeft64(exponentBits, FractionBits));
        V shifted = TWidth.Add64(exponentBits, TWidth.Broadcast64(WholeNumberBits));
        V k = TWidth.SubtractDouble(shifted, TWidth.BroadcastDouble(WholeNumberOffset));

        V f = TWidth.SubtractDouble(m, one);
        V d = TWidth.AddDouble(m, one);
        V dLow = TWidth.SubtractDouble(m, TWidth.SubtractDouble(d, one));
        V inverse = TWidth.DivideDouble(one, d);
        V s = TWidth.MultiplyDouble(f, inverse);
        V minusS = TWidth.SubtractDouble(TWidth.Zero(), s);
        V remainder = TWidth.MultiplyAddDouble(minusS, dLow, TWidth.MultiplyAddDouble(minusS, d, f));
        V sLow = TWidth.MultiplyDouble(remainder, inverse);

        V w = TWidth.MultiplyDouble(s, s);
        V wLow = TWidth.MultiplyAddDouble(TWidth.AddDouble(s, s), sLow, MultiplyLow<TWidth, V>(s, s, w));
        V p = TWidth.BroadcastDouble(1.0 / 25);
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 23));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 21));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 19));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 17));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 15));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 13));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 11));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 9));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 7));
        p = TWidth.MultiplyAddDouble(p, w, TWidth.BroadcastDouble(1.0 / 5));
        p = TWidth.MultiplyDouble(p, w);

        // w·(1/3 + p), then times s. Each sum of a large and a small number keeps what it rounds off.
        V third = TWidth.BroadcastDouble(Third);
        V v = TWidth.MultiplyDouble(w, third);
        V vLow = TWidth.MultiplyAddDouble(w, TWidth.BroadcastDouble(ThirdLow), MultiplyLow<TWidth, V>(w, third, v));
        V higher = TWidth.MultiplyDouble(w, p);
        V series = TWidth.AddDouble(v, higher);
        V slope = TWidth.AddDouble(third, TWidth.AddDouble(p, p));
        V seriesLow = TWidth.SubtractDouble(higher, TWidth.SubtractDouble(series, v));
        seriesLow = TWidth.AddDouble(seriesLow, TWidth.MultiplyAddDouble(wLow, slope, vLow));
        V product = TWidth.MultiplyDouble(s, series);
        V productLow = TWidth.MultiplyAddDouble(sLow, series, MultiplyLow<TWidth, V>(s, series, product));
        productLow = TWidth.MultiplyAddDouble(s, seriesLow, productLow);

        V half = TWidth.AddDouble(s, product);
        V halfLow = TWidth.SubtractDouble(product, TWidth.SubtractDouble(half, s));
        halfLow = TWidth.AddDouble(TWidth.AddDouble(halfLow, sLow), productLow);
        V fraction = TWidth.AddDouble(half, half);
        V power = TWidth.MultiplyDouble(k, TWidth.BroadcastDouble(Ln2High));
        V sum = TWidth.AddDouble(power, fraction);
        V sumLow = TWidth.SubtractDouble(fraction, TWidth.SubtractDouble(sum, power));
        V tail = TWidth.MultiplyAddDouble(k, TWidth.BroadcastDouble(Ln2Low), TWidth.AddDouble(halfLow, halfLow));
        return TWidth.AddDouble(sum, TWidth.AddDouble(sumLow, tail));
    }

    /// <summary>ln x of one number: the same operations.</summary>
    /// <param name="x">Positive, neither subnormal nor infinite.</param>
    public static double Evaluate(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        long k = (bits - LeastFractionBits) >> FractionBits;
        double m = BitConverter.Int64BitsToDouble(bits - (k << FractionBits));

        double f = m - 1;
        double d = m + 1;
        double dLow = m - (d - 1);
        double inverse = 1 / d;
        double s = f * inverse;
        double sLow = Math.FusedMultiplyAdd(-s, dLow, Math.FusedMultiplyAdd(-s, d, f)) * inverse;

        double w = s * s;
        double wLow = Math.FusedMultiplyAdd(s + s, sLow, MultiplyLow(s, s, w));
        double p = 1.0 / 25;
        for (int denominator = 23; denominator >= 5; denominator -= 2)
        {
            p = Math.FusedMultiplyAdd(p, w, 1.0 / denominator);
        }

        p *= w;
        double v = w * Third;
        double vLow = Math.FusedMultiplyAdd(w, ThirdLow, MultiplyLow(w, Third, v));
        double higher = w * p;
        double series = v + higher;
        double seriesLow = higher - (series - v) + Math.FusedMultiplyAdd(wLow, Third + (p + p), vLow);
        double product = s * series;
        double productLow = Math.FusedMultiplyAdd(sLow, series, MultiplyLow(s, series, product));
        productLow = Math.FusedMultiplyAdd(s, seriesLow, productLow);

        double half = s + product;
        double halfLow = product - (half - s) + sLow + productLow;
        double power = k * Ln2High;
        double sum = power + (half + half);
        double sumLow = half + half - (sum - power);
        return sum + (sumLow + Math.FusedMultiplyAdd(k, Ln2Low, halfLow + halfLow));
    }

    /// <summary>What rounding took off a product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V MultiplyLow<TWidth, V>(V a, V b, V product)
        where TWidth : struct, ISimdWidth<V>
        where V : struct =>
        TWidth.MultiplyAddDouble(a, b, TWidth.SubtractDouble(TWidth.Zero(), product));

    private static double MultiplyLow(double a, double b, double product) => Math.FusedMultiplyAdd(a, b, -product);
}
