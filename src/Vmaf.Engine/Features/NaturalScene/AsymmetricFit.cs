using System.Numerics;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// An asymmetric generalised Gaussian distribution fitted to samples by its moments (N. Lasmar, Y. Stitou, Y. Berthoumieu, "Multiscale
/// skewed heavy tailed model for texture analysis", ICIP 2009).
/// </summary>
/// <param name="Shape">Shape, from <see cref="ShapeTable"/>.</param>
/// <param name="Mean">Mean of the distribution.</param>
/// <param name="LeftScale">Scale of the negative side.</param>
/// <param name="RightScale">Scale of the other side.</param>
/// <param name="LeftDeviation">Root mean square of the negative samples; 0 without any.</param>
/// <param name="RightDeviation">Root mean square of the others; 0 without any.</param>
internal readonly record struct AsymmetricFit(
    double Shape, double Mean, double LeftScale, double RightScale, double LeftDeviation, double RightDeviation)
{
    /// <summary>Fits the distribution; every step has the samples' precision, as in the harness.</summary>
    /// <typeparam name="T">Precision.</typeparam>
    /// <param name="samples">The samples, at least one.</param>
    /// <param name="scratch">Room for three times as many numbers.</param>
    public static AsymmetricFit Of<T>(ReadOnlySpan<T> samples, Span<T> scratch)
        where T : struct, IFloatingPointIeee754<T>
    {
        int count = samples.Length;
        Span<T> magnitudes = scratch[..count];
        Span<T> squares = scratch.Slice(count, count);

        // Squares of negative samples from the front, those of the others behind them.
        Span<T> sides = scratch.Slice(2 * count, count);
        int negatives = 0;
        for (int index = 0; index < count; index++)
        {
            T square = samples[index] * samples[index];
            magnitudes[index] = T.Abs(samples[index]);
            squares[index] = square;
            if (samples[index] < T.Zero)
            {
                sides[negatives++] = square;
            }
        }

        int others = negatives;
        for (int index = 0; index < count; index++)
        {
            if (!(samples[index] < T.Zero))
            {
                sides[others++] = squares[index];
            }
        }

        T left = RootMean<T>(sides[..negatives]);
        T right = RootMean<T>(sides[negatives..]);
        T asymmetry = left / right;
        T meanMagnitude = PairwiseSum.MeanOf<T>(magnitudes);
        T ratio = meanMagnitude * meanMagnitude / PairwiseSum.MeanOf<T>(squares);
        T square1 = (asymmetry * asymmetry) + T.One;
        T corrected = ratio * (((Cube(asymmetry) + T.One) * (asymmetry + T.One)) / (square1 * square1));
        return FromMoments(ShapeTable.NearestByRatio(double.CreateChecked(corrected)), double.CreateChecked(left), double.CreateChecked(right));
    }

    private static AsymmetricFit FromMoments(double shape, double left, double right)
    {
        double gamma1 = GammaFunction.Of(1 / shape);
        double gamma2 = GammaFunction.Of(2 / shape);
        double scale = Math.Sqrt(gamma1) / Math.Sqrt(GammaFunction.Of(3 / shape));
        double leftScale = scale * left;
        double rightScale = scale * right;
        return new AsymmetricFit(shape, (rightScale - leftScale) * (gamma2 / gamma1) * scale, leftScale, rightScale, left, right);
    }

    private static T RootMean<T>(ReadOnlySpan<T> squares)
        where T : struct, IFloatingPointIeee754<T> =>
        squares.IsEmpty ? T.Zero : T.Sqrt(PairwiseSum.MeanOf(squares));

    /// <summary>Rounded once, as a library's power function does it.</summary>
    private static T Cube<T>(T value)
        where T : struct, IFloatingPointIeee754<T> =>
        T.CreateChecked(Math.Pow(double.CreateChecked(value), 3));
}
