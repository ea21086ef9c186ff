using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Explanation;

/// <summary>
/// e^u for |u| ≤ <see cref="Limit"/>, up to a constant factor, in few multiplications. A polynomial of degree 11 through the Chebyshev
/// points of the interval is evaluated in Eve's form (D. Knuth, The Art of Computer Programming 2, 4.6.4): with y = u + shift and
/// z = y², p = ((((y + b₀)(z + a₅) + b₅)(z + a₄) + b₄) … + b₁) · <see cref="Scale"/>; six multiplications instead of eleven, the
/// additions run beside them. Shift and order of the aᵢ are those with the least rounding. Relative error 3e-14, the same bits on every tier.
/// </summary>
internal static class NarrowExponential
{
    /// <summary>Largest |u|.</summary>
    public const double Limit = 0.65;

    /// <summary>To be added to u first.</summary>
    public const double Shift = 3.6875;

    /// <summary>The factor that <see cref="Evaluate{TWidth, V}"/> leaves out.</summary>
    public const double Scale = 2.5256426421284054e-08;

    private const double B0 = -29.546259420600006;
    private const double A1 = 2.3242221847006865;
    private const double B1 = 89898.52959274755;
    private const double A2 = 47.51405308737026;
    private const double B2 = 69744189.08121103;
    private const double A3 = 3.6167754245974293;
    private const double B3 = -1558651.553468055;
    private const double A4 = 14.365584138622419;
    private const double B4 = 57568.295681225834;
    private const double A5 = 382.93286581113443;
    private const double B5 = 9146.509712406603;

    /// <summary>e^u / <see cref="Scale"/> in double lanes.</summary>
    /// <param name="shifted">u + <see cref="Shift"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Evaluate<TWidth, V>(V shifted)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V z = TWidth.MultiplyDouble(shifted, shifted);
        V p = TWidth.AddDouble(shifted, TWidth.BroadcastDouble(B0));
        p = TWidth.MultiplyAddDouble(p, TWidth.AddDouble(z, TWidth.BroadcastDouble(A5)), TWidth.BroadcastDouble(B5));
        p = TWidth.MultiplyAddDouble(p, TWidth.AddDouble(z, TWidth.BroadcastDouble(A4)), TWidth.BroadcastDouble(B4));
        p = TWidth.MultiplyAddDouble(p, TWidth.AddDouble(z, TWidth.BroadcastDouble(A3)), TWidth.BroadcastDouble(B3));
        p = TWidth.MultiplyAddDouble(p, TWidth.AddDouble(z, TWidth.BroadcastDouble(A2)), TWidth.BroadcastDouble(B2));
        return TWidth.MultiplyAddDouble(p, TWidth.AddDouble(z, TWidth.BroadcastDouble(A1)), TWidth.BroadcastDouble(B1));
    }

    /// <summary>e^u / <see cref="Scale"/> of one number.</summary>
    /// <param name="shifted">u + <see cref="Shift"/>.</param>
    public static double Evaluate(double shifted)
    {
        double z = shifted * shifted;
        double p = shifted + B0;
        p = Math.FusedMultiplyAdd(p, z + A5, B5);
        p = Math.FusedMultiplyAdd(p, z + A4, B4);
        p = Math.FusedMultiplyAdd(p, z + A3, B3);
        p = Math.FusedMultiplyAdd(p, z + A2, B2);
        return Math.FusedMultiplyAdd(p, z + A1, B1);
    }
}
