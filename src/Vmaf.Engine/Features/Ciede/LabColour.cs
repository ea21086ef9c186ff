using System.Runtime.CompilerServices;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>BT.709 samples to CIE L*a*b* in double precision, rounded to single where libvmaf does so.</summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class LabColour<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const double LinearEnd = 10.0 / 255.0;
    private const double TransferOffset = 0.055;
    private const double LabLinearEnd = 216.0 / 24389.0;
    private const double LabSlope = 24389.0 / 27.0;

    private static int Lanes => TWidth.ByteCount / sizeof(float);

    /// <summary>Converts a register of samples.</summary>
    /// <param name="luma">Luma, scaled to 8 bits.</param>
    /// <param name="blue">Cb.</param>
    /// <param name="red">Cr.</param>
    /// <param name="output">Receives L*, a* and b* in three rows.</param>
    /// <param name="row">The first of them.</param>
    /// <param name="start">Place in the rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Convert(float* luma, float* blue, float* red, FloatPlane output, int row, int start)
    {
        // Red, green and blue, then X, Y and Z: lower halves of the lanes, then upper halves.
        double* light = stackalloc double[6 * Lanes];
        int half = Lanes / 2;
        V y = TWidth.Load(luma);
        V u = TWidth.Load(blue);
        V v = TWidth.Load(red);
        ToRgb(TWidth.ConvertLowerSingleToDouble(y), TWidth.ConvertLowerSingleToDouble(u), TWidth.ConvertLowerSingleToDouble(v), light);
        ToRgb(TWidth.ConvertUpperSingleToDouble(y), TWidth.ConvertUpperSingleToDouble(u), TWidth.ConvertUpperSingleToDouble(v), light + half);
        for (int channel = 0; channel < 3; channel++)
        {
            Linearise(light + (channel * Lanes));
        }

        ToXyz(light, light + (3 * Lanes));
        ToXyz(light + half, light + (3 * Lanes) + half);
        V x = LabMap(light + (3 * Lanes));
        y = LabMap(light + (4 * Lanes));
        V z = LabMap(light + (5 * Lanes));
        V xLower = TWidth.ConvertLowerSingleToDouble(x);
        V xUpper = TWidth.ConvertUpperSingleToDouble(x);
        V yLower = TWidth.ConvertLowerSingleToDouble(y);
        V yUpper = TWidth.ConvertUpperSingleToDouble(y);
        V zLower = TWidth.ConvertLowerSingleToDouble(z);
        V zUpper = TWidth.ConvertUpperSingleToDouble(z);
        TWidth.Store(TWidth.NarrowDoublesToSingle(Lightness(yLower), Lightness(yUpper)), output.Row(row) + start);
        TWidth.Store(
            TWidth.NarrowDoublesToSingle(Opponent(500, xLower, yLower), Opponent(500, xUpper, yUpper)), output.Row(row + 1) + start);
        TWidth.Store(
            TWidth.NarrowDoublesToSingle(Opponent(200, yLower, zLower), Opponent(200, yUpper, zUpper)), output.Row(row + 2) + start);
    }

    private static V Times(V a, double b) => TWidth.MultiplyDouble(a, TWidth.BroadcastDouble(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Lightness(V y) => TWidth.SubtractDouble(Times(y, 116), TWidth.BroadcastDouble(16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Opponent(double factor, V a, V b) => Times(TWidth.SubtractDouble(a, b), factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToRgb(V y, V u, V v, double* output)
    {
        y = Times(TWidth.SubtractDouble(y, TWidth.BroadcastDouble(16)), 1.0 / 219.0);
        u = Times(TWidth.SubtractDouble(u, TWidth.BroadcastDouble(128)), 1.0 / 224.0);
        v = Times(TWidth.SubtractDouble(v, TWidth.BroadcastDouble(128)), 1.0 / 224.0);
        TWidth.Store(TWidth.AddDouble(y, Times(v, 1.28033)), output);
        TWidth.Store(TWidth.SubtractDouble(TWidth.SubtractDouble(y, Times(u, 0.21482)), Times(v, 0.38059)), output + Lanes);
        TWidth.Store(TWidth.AddDouble(y, Times(u, 2.12798)), output + (2 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ToXyz(double* rgb, double* xyz)
    {
        V r = TWidth.Load(rgb);
        V g = TWidth.Load(rgb + Lanes);
        V b = TWidth.Load(rgb + (2 * Lanes));
        V x = Mix(r, 0.4124564390896921, g, 0.357576077643909, b, 0.18043748326639894);
        V y = Mix(r, 0.21267285140562248, g, 0.715152155287818, b, 0.07217499330655958);
        V z = Mix(r, 0.019333895582329317, g, 0.119192025881303, b, 0.9503040785363677);
        TWidth.Store(Times(x, 1.0 / 0.95047), xyz);
        TWidth.Store(y, xyz + Lanes);
        TWidth.Store(Times(z, 1.0 / 1.08883), xyz + (2 * Lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Mix(V r, double ofRed, V g, double ofGreen, V b, double ofBlue) =>
        TWidth.AddDouble(TWidth.AddDouble(Times(r, ofRed), Times(g, ofGreen)), Times(b, ofBlue));

    /// <summary>The inverse of the transfer function: ((c + 0.055) / 1.055)^2.4, or a straight line near black.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Linearise(double* channel)
    {
        double* upper = channel + (Lanes / 2);
        V lowerValue = TWidth.Load(channel);
        V upperValue = TWidth.Load(upper);
        V lowerBase = TransferBase(lowerValue);
        V upperBase = TransferBase(upperValue);
        V root = LaneMath<TWidth, V>.InverseFifthRoot(TWidth.NarrowDoublesToSingle(lowerBase, upperBase));
        TWidth.Store(Transfer(lowerValue, lowerBase, TWidth.ConvertLowerSingleToDouble(root)), channel);
        TWidth.Store(Transfer(upperValue, upperBase, TWidth.ConvertUpperSingleToDouble(root)), upper);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V TransferBase(V value)
    {
        V end = TWidth.BroadcastDouble(LinearEnd);
        V bounded = TWidth.Select(TWidth.GreaterThanDouble(value, end), value, end);
        return Times(TWidth.AddDouble(bounded, TWidth.BroadcastDouble(TransferOffset)), 1.0 / (1 + TransferOffset));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Transfer(V value, V transferBase, V root)
    {
        // b^2.4 = (b · b^(−1/5))³.
        V power = TWidth.MultiplyDouble(transferBase, LaneMath<TWidth, V>.RefineInverseFifthRoot(transferBase, root));
        V cube = TWidth.MultiplyDouble(TWidth.MultiplyDouble(power, power), power);
        return TWidth.Select(TWidth.GreaterThanDouble(value, TWidth.BroadcastDouble(LinearEnd)), cube, Times(value, 1.0 / 12.92));
    }

    /// <summary>The cube root, or a straight line near black, of both halves; in single precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LabMap(double* light)
    {
        V lowerValue = TWidth.Load(light);
        V upperValue = TWidth.Load(light + (Lanes / 2));
        V end = TWidth.BroadcastDouble(LabLinearEnd);
        V lowerBase = TWidth.Select(TWidth.GreaterThanDouble(lowerValue, end), lowerValue, end);
        V upperBase = TWidth.Select(TWidth.GreaterThanDouble(upperValue, end), upperValue, end);
        V root = LaneMath<TWidth, V>.InverseCubeRoot(TWidth.NarrowDoublesToSingle(lowerBase, upperBase));
        return TWidth.NarrowDoublesToSingle(
            LabMap(lowerValue, lowerBase, TWidth.ConvertLowerSingleToDouble(root)),
            LabMap(upperValue, upperBase, TWidth.ConvertUpperSingleToDouble(root)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LabMap(V value, V bounded, V root)
    {
        root = LaneMath<TWidth, V>.RefineInverseCubeRoot(bounded, root);
        V cubeRoot = TWidth.MultiplyDouble(TWidth.MultiplyDouble(root, root), bounded);
        V line = Times(TWidth.AddDouble(Times(value, LabSlope), TWidth.BroadcastDouble(16)), 1.0 / 116.0);
        return TWidth.Select(TWidth.GreaterThanDouble(value, TWidth.BroadcastDouble(LabLinearEnd)), cubeRoot, line);
    }
}
