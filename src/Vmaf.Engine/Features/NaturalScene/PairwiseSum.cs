using System.Numerics;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// Sums in NumPy's order (pairwise, eight accumulators in blocks of up to 128), so that means in single precision come out with the
/// harness' digits.
/// </summary>
internal static class PairwiseSum
{
    private const int Lanes = 8;
    private const int LargestBlock = 128;

    /// <summary>Adds values up.</summary>
    /// <typeparam name="T">Precision of values and sum.</typeparam>
    /// <param name="values">The values.</param>
    public static T Of<T>(ReadOnlySpan<T> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        if (values.Length > LargestBlock)
        {
            int half = values.Length / 2;
            half -= half % Lanes;
            return Of(values[..half]) + Of(values[half..]);
        }

        return values.Length < Lanes ? Sequential(T.Zero, values) : Block(values);
    }

    /// <summary>The mean of values.</summary>
    /// <typeparam name="T">Precision of values and mean.</typeparam>
    /// <param name="values">The values, at least one.</param>
    public static T MeanOf<T>(ReadOnlySpan<T> values)
        where T : struct, IFloatingPointIeee754<T> =>
        Of(values) / T.CreateChecked(values.Length);

    private static T Block<T>(ReadOnlySpan<T> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        T a = values[0];
        T b = values[1];
        T c = values[2];
        T d = values[3];
        T e = values[4];
        T f = values[5];
        T g = values[6];
        T h = values[7];
        ReadOnlySpan<T> rest = values[Lanes..];
        for (; rest.Length >= Lanes; rest = rest[Lanes..])
        {
            a += rest[0];
            b += rest[1];
            c += rest[2];
            d += rest[3];
            e += rest[4];
            f += rest[5];
            g += rest[6];
            h += rest[7];
        }

        return Sequential(((a + b) + (c + d)) + ((e + f) + (g + h)), rest);
    }

    private static T Sequential<T>(T sum, ReadOnlySpan<T> values)
        where T : struct, IFloatingPointIeee754<T>
    {
        foreach (T value in values)
        {
            sum += value;
        }

        return sum;
    }
}
