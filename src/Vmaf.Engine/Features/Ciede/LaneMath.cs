using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>Elementary functions on registers, without fused operations, so that every width gives the same bits.</summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static class LaneMath<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const int OneAsBits = 0x3F800000;
    private const double LogarithmShift = 0.0450466 * (1 << 23);

    /// <summary>x^(12/5) of positive floats, to a few units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TwelveFifthsPower(V x)
    {
        // y = x^(−1/5) by Newton's steps: the relative error e becomes 3 e², in the end about 5 · 10⁻⁵.
        V y = PowerOfBits(x, 1 / 5f);
        for (int step = 0; step < 2; step++)
        {
            y = TWidth.MultiplySingle(y, TWidth.SubtractSingle(Single(6 / 5f), TWidth.MultiplySingle(FifthPower(x, y), Single(1 / 5f))));
        }

        // (x y)³, and what y is short of: with h = 1 − x y⁵, x^(12/5) = (x y)³ (1 + 3/5 h + O(h²)).
        V root = TWidth.MultiplySingle(x, y);
        V cube = TWidth.MultiplySingle(TWidth.MultiplySingle(root, root), root);
        V rest = TWidth.SubtractSingle(Single(1f), FifthPower(x, y));
        return TWidth.AddSingle(cube, TWidth.MultiplySingle(cube, TWidth.MultiplySingle(rest, Single(3 / 5f))));
    }

    /// <summary>x^(1/3) of positive floats, to a few units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V CubeRoot(V x)
    {
        // y = x^(−1/3) by Newton's steps: the relative error e becomes 2 e², in the end about 2 · 10⁻⁵.
        V y = PowerOfBits(x, 1 / 3f);
        for (int step = 0; step < 2; step++)
        {
            y = TWidth.MultiplySingle(y, TWidth.SubtractSingle(Single(4 / 3f), TWidth.MultiplySingle(ThirdPower(x, y), Single(1 / 3f))));
        }

        // x y², and what y is short of: with h = 1 − x y³, x^(1/3) = x y² (1 + 2/3 h + O(h²)).
        V root = TWidth.MultiplySingle(TWidth.MultiplySingle(x, y), y);
        V rest = TWidth.SubtractSingle(Single(1f), ThirdPower(x, y));
        return TWidth.AddSingle(root, TWidth.MultiplySingle(root, TWidth.MultiplySingle(rest, Single(2 / 3f))));
    }

    /// <summary>Angle of the point (x, y) in radians, from 0 to 2π; 0 for the origin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Angle(V y, V x)
    {
        V absoluteY = TWidth.AbsSingle(y);
        V absoluteX = TWidth.AbsSingle(x);
        V larger = TWidth.MaxSingle(TWidth.MaxSingle(absoluteY, absoluteX), Single(1e-30f));
        V ratio = TWidth.DivideSingle(TWidth.MinSingle(absoluteY, absoluteX), larger);

        // M. Abramowitz, I. A. Stegun, "Handbook of mathematical functions", 4.4.49: error below 2 · 10⁻⁸.
        V square = TWidth.MultiplySingle(ratio, ratio);
        V sum = Step(Single(0.0028662257f), square, -0.0161657367f);
        sum = Step(sum, square, 0.0429096138f);
        sum = Step(sum, square, -0.0752896400f);
        sum = Step(sum, square, 0.1065626393f);
        sum = Step(sum, square, -0.1420889944f);
        sum = Step(sum, square, 0.1999355085f);
        sum = Step(sum, square, -0.3333314528f);
        V angle = TWidth.MultiplySingle(Step(sum, square, 1f), ratio);

        V zero = TWidth.Zero();
        angle = TWidth.Select(TWidth.GreaterThanSingle(absoluteY, absoluteX), TWidth.SubtractSingle(Single(MathF.PI / 2), angle), angle);
        angle = TWidth.Select(TWidth.GreaterThanSingle(zero, x), TWidth.SubtractSingle(Single(MathF.PI), angle), angle);
        return TWidth.Select(TWidth.GreaterThanSingle(zero, y), TWidth.SubtractSingle(Single(MathF.Tau), angle), angle);
    }

    /// <summary>Sine and cosine of angles from 0 to 3π.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineCosine(V angle, out V cosine)
    {
        // angle = k π + rest; odd k turn both signs. π in two parts, the first with few enough bits for an exact product.
        V turns = TWidth.FloorSingle(TWidth.AddSingle(TWidth.MultiplySingle(angle, Single(1 / MathF.PI)), Single(0.5f)));
        V rest = TWidth.SubtractSingle(angle, TWidth.MultiplySingle(turns, Single(3.140625f)));
        rest = TWidth.SubtractSingle(rest, TWidth.MultiplySingle(turns, Single(9.67653589793e-4f)));
        V halves = TWidth.MultiplySingle(turns, Single(0.5f));
        V parity = TWidth.SubtractSingle(halves, TWidth.FloorSingle(halves));
        V sign = TWidth.SubtractSingle(Single(1f), TWidth.MultiplySingle(parity, Single(4f)));
        V square = TWidth.MultiplySingle(rest, rest);
        V sum = Step(Single(2.08767570e-9f), square, -2.75573192e-7f);
        sum = Step(sum, square, 2.48015873e-5f);
        sum = Step(sum, square, -1.38888889e-3f);
        sum = Step(sum, square, 4.16666667e-2f);
        sum = Step(sum, square, -0.5f);
        cosine = TWidth.MultiplySingle(Step(sum, square, 1f), sign);
        return TWidth.MultiplySingle(SineNearZero(rest), sign);
    }

    /// <summary>Sine of angles from −π/2 to π/2, by its Taylor series.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SineNearZero(V angle)
    {
        V square = TWidth.MultiplySingle(angle, angle);
        V sum = Step(Single(1.60590438e-10f), square, -2.50521084e-8f);
        sum = Step(sum, square, 2.75573192e-6f);
        sum = Step(sum, square, -1.98412698e-4f);
        sum = Step(sum, square, 8.33333333e-3f);
        sum = Step(sum, square, -1.66666667e-1f);
        return TWidth.MultiplySingle(Step(sum, square, 1f), angle);
    }

    /// <summary>e^−x of floats from 0 on; 0 where it would fall below 2⁻¹²⁶.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NegativeExponential(V x)
    {
        V exponent = TWidth.MultiplySingle(x, Single(-1.44269504f));
        V bounded = TWidth.MaxSingle(exponent, Single(-126f));
        V whole = TWidth.FloorSingle(bounded);
        V fraction = TWidth.SubtractSingle(bounded, whole);

        // Taylor series of 2^fraction, fraction below 1.
        V sum = Step(Single(1.01780860e-7f), fraction, 1.32154868e-6f);
        sum = Step(sum, fraction, 1.52527338e-5f);
        sum = Step(sum, fraction, 1.54035304e-4f);
        sum = Step(sum, fraction, 1.33335581e-3f);
        sum = Step(sum, fraction, 9.61812911e-3f);
        sum = Step(sum, fraction, 5.55041087e-2f);
        sum = Step(sum, fraction, 2.40226507e-1f);
        sum = Step(sum, fraction, 6.93147181e-1f);
        sum = Step(sum, fraction, 1f);
        V power = TWidth.ShiftLeft32(TWidth.Add32(TWidth.ConvertSingleToInt32(whole), TWidth.Broadcast32(127)), 23);
        return TWidth.And(TWidth.MultiplySingle(sum, power), TWidth.GreaterThanSingle(exponent, Single(-126f)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Single(float value) => TWidth.BroadcastSingle(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Step(V sum, V x, float next) => TWidth.AddSingle(TWidth.MultiplySingle(sum, x), Single(next));

    /// <summary>x y⁵.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V FifthPower(V x, V y)
    {
        V square = TWidth.MultiplySingle(y, y);
        return TWidth.MultiplySingle(TWidth.MultiplySingle(square, square), TWidth.MultiplySingle(x, y));
    }

    /// <summary>x y³.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ThirdPower(V x, V y) => TWidth.MultiplySingle(TWidth.MultiplySingle(y, y), TWidth.MultiplySingle(x, y));

    /// <summary>About x^−p, within 4 %: a float's bits are nearly its logarithm. The shift of the one balances the error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V PowerOfBits(V x, float p)
    {
        V scaled = TWidth.ConvertSingleToInt32(TWidth.MultiplySingle(TWidth.ConvertInt32ToSingle(x), Single(p)));
        return TWidth.Subtract32(TWidth.Broadcast32((int)((OneAsBits - LogarithmShift) * (1 + (double)p))), scaled);
    }
}
