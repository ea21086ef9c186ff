using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Models;

/// <summary>
/// 2^t for t ≤ 0, the same bits on every tier. t = n + f with n whole and |f| ≤ ½; 2^f = 1 + f·p(f) with p of degree 10, fitted at the
/// Chebyshev points of the interval (relative error 2e-17 before rounding); n is added to the exponent field.
/// </summary>
internal static class PowerOfTwo
{
    /// <summary>1.5 · 2⁵²: adding it rounds to a whole number, which then stands in the low bits.</summary>
    private const double RoundingShift = 6755399441055744;

    /// <summary>Smaller exponents count as this one: as good as zero, and the exponent field does not run over.</summary>
    private const double LeastExponent = -1020;

    private const double C1 = 0.6931471805599453;
    private const double C2 = 0.24022650695910097;
    private const double C3 = 0.0555041086648216;
    private const double C4 = 0.009618129107606888;
    private const double C5 = 0.0013333558146416936;
    private const double C6 = 0.0001540353044173605;
    private const double C7 = 1.525273382983612e-05;
    private const double C8 = 1.321544258792169e-06;
    private const double C9 = 1.0178062445845774e-07;
    private const double C10 = 7.072585949269223e-09;
    private const double C11 = 4.4549605981865186e-10;

    /// <summary>2^t in double lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<TWidth, V>(V exponent)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V least = TWidth.BroadcastDouble(LeastExponent);
        V shift = TWidth.BroadcastDouble(RoundingShift);
        V t = TWidth.Select(TWidth.GreaterThanDouble(least, exponent), least, exponent);
        V shifted = TWidth.AddDouble(t, shift);
        V power = OfFraction<TWidth, V>(TWidth.SubtractDouble(t, TWidth.SubtractDouble(shifted, shift)));
        return TWidth.Add64(power, TWidth.ShiftLeft64(shifted, 52));
    }

    /// <summary>2^f in double lanes, |f| ≤ ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfFraction<TWidth, V>(V f)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V power = TWidth.BroadcastDouble(C11);
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C10));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C9));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C8));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C7));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C6));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C5));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C4));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C3));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C2));
        power = TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(C1));
        return TWidth.MultiplyAddDouble(power, f, TWidth.BroadcastDouble(1));
    }

    /// <summary>2^t of one number.</summary>
    public static double Evaluate(double exponent)
    {
        double t = LeastExponent > exponent ? LeastExponent : exponent;
        double shifted = t + RoundingShift;
        double power = OfFraction(t - (shifted - RoundingShift));
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(power) + (BitConverter.DoubleToInt64Bits(shifted) << 52));
    }

    /// <summary>2^f of one number, |f| ≤ ½.</summary>
    public static double OfFraction(double f)
    {
        double power = C11;
        power = Math.FusedMultiplyAdd(power, f, C10);
        power = Math.FusedMultiplyAdd(power, f, C9);
        power = Math.FusedMultiplyAdd(power, f, C8);
        power = Math.FusedMultiplyAdd(power, f, C7);
        power = Math.FusedMultiplyAdd(power, f, C6);
        power = Math.FusedMultiplyAdd(power, f, C5);
        power = Math.FusedMultiplyAdd(power, f, C4);
        power = Math.FusedMultiplyAdd(power, f, C3);
        power = Math.FusedMultiplyAdd(power, f, C2);
        power = Math.FusedMultiplyAdd(power, f, C1);
        return Math.FusedMultiplyAdd(power, f, 1);
    }
}
