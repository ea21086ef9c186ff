using System.Runtime.Intrinsics;
using Vmaf.Engine.Explanation;
using Vmaf.Engine.Simd;
using Xunit;

namespace Vmaf.Tests.Explanation;

[Trait("Suite", "Kernel")]
public sealed class NaturalLogarithmTests
{
    [Theory]

    // Right sides: sixty decimal digits of the logarithm, rounded once.
    [InlineData(4.930380657631324e-32, -72.0873067782343)]
    [InlineData(1e-09, -20.72326583694641)]
    [InlineData(0.123456789, -2.091864070778393)]
    [InlineData(0.3, -1.2039728043259361)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(0.7071067811865475, -0.34657359027997275)]
    [InlineData(0.7071067811865476, -0.3465735902799726)]
    [InlineData(0.72, -0.3285040669720361)]
    [InlineData(0.9999, -0.00010000500033334732)]
    [InlineData(0.9999999999999999, -1.1102230246251565e-16)]
    [InlineData(1, 0)]
    public void Values_are_rounded_correctly(double x, double expected) => Assert.Equal(expected, NaturalLogarithm.Evaluate(x));

    [Fact]
    public void It_is_within_one_unit_of_the_platforms()
    {
        Assert.All(Numbers(), x =>
        {
            double expected = Math.Log(x);
            Assert.InRange(NaturalLogarithm.Evaluate(x), Math.BitDecrement(expected), Math.BitIncrement(expected));
        });
    }

    [Fact]
    public void Lanes_have_the_bits_of_single_numbers()
    {
        double[] numbers = [.. Numbers()];
        double[] expected = [.. numbers.Select(NaturalLogarithm.Evaluate)];
        double[] actual = new double[numbers.Length];
        switch (SimdTiers.Current)
        {
            case SimdTier.Avx512:
                Evaluate<Width512, Vector512<byte>>(numbers, actual);
                break;
            case SimdTier.Avx2:
                Evaluate<Width256, Vector256<byte>>(numbers, actual);
                break;
            default:
                Evaluate<Width128, Vector128<byte>>(numbers, actual);
                break;
        }

        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
    }

    private static unsafe void Evaluate<TWidth, V>(double[] numbers, double[] logarithms)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        fixed (double* source = numbers)
        fixed (double* target = logarithms)
        {
            for (int index = 0; index < numbers.Length; index += TWidth.ByteCount / sizeof(double))
            {
                TWidth.Store(NaturalLogarithm.Evaluate<TWidth, V>(TWidth.Load(source + index)), target + index);
            }
        }
    }

    /// <summary>Numbers of every size from 2⁻¹⁰⁴ to a little above 1, and many close to 1 and to √½; a multiple of eight.</summary>
    private static IEnumerable<double> Numbers()
    {
        var random = new LegacyNumPyRandom(7);
        for (int index = 0; index < 10_000; index++)
        {
            double fraction = 1 - (random.NextDouble() / 2);
            yield return Math.ScaleB(fraction, -(index % 104));
            yield return 1 - Math.ScaleB(fraction, -1 - (index % 50));
            yield return 0.68 + (0.06 * fraction);
            yield return 1 + (0.1 * fraction);
        }
    }
}
