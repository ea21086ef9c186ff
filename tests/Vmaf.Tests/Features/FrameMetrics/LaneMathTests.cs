using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.Ciede;
using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Features.FrameMetrics;

/// <summary>The elementary functions of CIEDE2000 against those of the runtime in double precision, over the ranges that they are used on.</summary>
[Trait("Suite", "Kernel")]
public sealed class LaneMathTests
{
    private const int Steps = 200_000;

    // Units in the last place of a float, as a share of the value.
    private const double Unit = 1.0 / (1 << 24);

    [Fact]
    public void Cube_roots() =>
        AssertClose(0.008, 1.2, x => LaneMath<Width128, Vector128<byte>>.CubeRoot(x), Math.Cbrt, 4 * Unit);

    [Fact]
    public void Powers_of_twelve_fifths() =>
        AssertClose(0.08, 3, x => LaneMath<Width128, Vector128<byte>>.TwelveFifthsPower(x), x => Math.Pow(x, 2.4), 8 * Unit);

    [Fact]
    public void Exponentials() =>
        AssertClose(0, 80, x => LaneMath<Width128, Vector128<byte>>.NegativeExponential(x), x => Math.Exp(-x), 80 * Unit);

    [Fact]
    public void Sines_and_cosines()
    {
        AssertNear(0, 3 * Math.PI, x => LaneMath<Width128, Vector128<byte>>.SineCosine(x, out _), Math.Sin, 1e-6);
        AssertNear(0, 3 * Math.PI, Cosine, Math.Cos, 1e-6);
        AssertNear(-Math.PI / 2, Math.PI / 2, x => LaneMath<Width128, Vector128<byte>>.SineNearZero(x), Math.Sin, 2e-7);

        static Vector128<byte> Cosine(Vector128<byte> angle)
        {
            LaneMath<Width128, Vector128<byte>>.SineCosine(angle, out Vector128<byte> cosine);
            return cosine;
        }
    }

    [Fact]
    public void Angles_all_around()
    {
        for (int step = 0; step < Steps; step++)
        {
            double angle = step * (2 * Math.PI / Steps);
            float x = (float)(70 * Math.Cos(angle));
            float y = (float)(70 * Math.Sin(angle));
            double expected = Math.Atan2(y, x);
            expected += expected < 0 ? 2 * Math.PI : 0;
            double actual = LaneMath<Width128, Vector128<byte>>.Angle(Vector128.Create(y).AsByte(), Vector128.Create(x).AsByte()).AsSingle()[0];
            Assert.InRange(actual - expected, -1e-6, 1e-6);
        }

        Assert.Equal(0f, LaneMath<Width128, Vector128<byte>>.Angle(Vector128<byte>.Zero, Vector128<byte>.Zero).AsSingle()[0]);
    }

    private static void AssertClose(
        double first, double last, Func<Vector128<byte>, Vector128<byte>> function, Func<double, double> reference, double share) =>
        Compare(first, last, function, reference, expected => Math.Abs(expected) * share);

    private static void AssertNear(
        double first, double last, Func<Vector128<byte>, Vector128<byte>> function, Func<double, double> reference, double distance) =>
        Compare(first, last, function, reference, _ => distance);

    private static void Compare(
        double first,
        double last,
        Func<Vector128<byte>, Vector128<byte>> function,
        Func<double, double> reference,
        Func<double, double> tolerance)
    {
        for (int step = 0; step <= Steps; step++)
        {
            float x = (float)(first + ((last - first) * step / Steps));
            double expected = reference(x);
            double actual = function(Vector128.Create(x).AsByte()).AsSingle()[step % 4];
            Assert.True(Math.Abs(actual - expected) <= tolerance(expected), $"at {x:R}: {actual:R} instead of {expected:R}");
        }
    }
}
