using System.Runtime.CompilerServices;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ciede;

/// <summary>
/// BT.709 samples to CIE L*a*b*. Single precision: errors are a few units in the last place, as large as those of libvmaf, which rounds
/// the results to single precision, and as little one-sided; they average out over a picture.
/// </summary>
/// <typeparam name="TWidth">Register width.</typeparam>
/// <typeparam name="V">The register.</typeparam>
internal static unsafe class LabColour<TWidth, V>
    where TWidth : struct, ISimdWidth<V>
    where V : struct
{
    private const float LinearEnd = 10f / 255f;
    private const float TransferOffset = 0.055f;
    private const float LabLinearEnd = 216f / 24389f;
    private const float LabSlope = 24389f / 27f;

    // Of the white point, by which X and Z are divided.
    private const double WhiteX = 0.95047;
    private const double WhiteZ = 1.08883;

    /// <summary>Converts samples.</summary>
    /// <param name="luma">Luma, scaled to 8 bits.</param>
    /// <param name="blue">Cb.</param>
    /// <param name="red">Cr.</param>
    /// <param name="count">Number of samples; up to a register more is read and written.</param>
    /// <param name="lightness">Receives L*.</param>
    /// <param name="greenRed">Receives a*.</param>
    /// <param name="blueYellow">Receives b*.</param>
    public static void Convert(float* luma, float* blue, float* red, int count, float* lightness, float* greenRed, float* blueYellow)
    {
        for (int index = 0; index < count; index += TWidth.ByteCount / sizeof(float))
        {
            V y = Times(TWidth.SubtractSingle(TWidth.Load(luma + index), Single(16f)), 1f / 219f);
            V u = Times(TWidth.SubtractSingle(TWidth.Load(blue + index), Single(128f)), 1f / 224f);
            V v = Times(TWidth.SubtractSingle(TWidth.Load(red + index), Single(128f)), 1f / 224f);
            V r = Linear(TWidth.AddSingle(y, Times(v, 1.28033f)));
            V g = Linear(TWidth.SubtractSingle(TWidth.SubtractSingle(y, Times(u, 0.21482f)), Times(v, 0.38059f)));
            V b = Linear(TWidth.AddSingle(y, Times(u, 2.12798f)));

            V fx = LabMap(Mix(r, 0.4124564390896921 / WhiteX, g, 0.357576077643909 / WhiteX, b, 0.18043748326639894 / WhiteX));
            V fy = LabMap(Mix(r, 0.21267285140562248, g, 0.715152155287818, b, 0.07217499330655958));
            V fz = LabMap(Mix(r, 0.019333895582329317 / WhiteZ, g, 0.119192025881303 / WhiteZ, b, 0.9503040785363677 / WhiteZ));
            TWidth.Store(TWidth.SubtractSingle(Times(fy, 116f), Single(16f)), lightness + index);
            TWidth.Store(Times(TWidth.SubtractSingle(fx, fy), 500f), greenRed + index);
            TWidth.Store(Times(TWidth.SubtractSingle(fy, fz), 200f), blueYellow + index);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Single(float value) => TWidth.BroadcastSingle(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Times(V a, float b) => TWidth.MultiplySingle(a, Single(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Mix(V r, double ofRed, V g, double ofGreen, V b, double ofBlue) =>
        TWidth.AddSingle(TWidth.AddSingle(Times(r, (float)ofRed), Times(g, (float)ofGreen)), Times(b, (float)ofBlue));

    /// <summary>The inverse of the transfer function: ((c + 0.055) / 1.055)^2.4, or a straight line near black.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Linear(V value)
    {
        V bounded = TWidth.MaxSingle(value, Single(LinearEnd));
        V power = LaneMath<TWidth, V>.TwelveFifthsPower(Times(TWidth.AddSingle(bounded, Single(TransferOffset)), 1f / (1f + TransferOffset)));
        return TWidth.Select(TWidth.GreaterThanSingle(value, Single(LinearEnd)), power, Times(value, 1f / 12.92f));
    }

    /// <summary>The cube root, or a straight line near black.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V LabMap(V value)
    {
        V root = LaneMath<TWidth, V>.CubeRoot(TWidth.MaxSingle(value, Single(LabLinearEnd)));
        V line = TWidth.AddSingle(Times(value, LabSlope / 116f), Single(16f / 116f));
        return TWidth.Select(TWidth.GreaterThanSingle(value, Single(LabLinearEnd)), root, line);
    }
}
