namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>
/// A generalised Gaussian distribution of mean zero fitted to samples by its moments (K. Sharifi, A. Leon-Garcia, IEEE Trans. CSVT 5(1),
/// 1995).
/// </summary>
/// <param name="Shape">Shape, from <see cref="ShapeTable"/>.</param>
/// <param name="Deviation">Root mean square of the samples.</param>
internal readonly record struct SymmetricFit(double Shape, double Deviation)
{
    /// <summary>Fits the distribution.</summary>
    /// <param name="samples">The samples, at least one.</param>
    /// <param name="scratch">Room for as many numbers.</param>
    public static SymmetricFit Of(ReadOnlySpan<double> samples, Span<double> scratch)
    {
        Span<double> numbers = scratch[..samples.Length];
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = samples[index] * samples[index];
        }

        double meanSquare = PairwiseSum.MeanOf<double>(numbers);
        for (int index = 0; index < numbers.Length; index++)
        {
            numbers[index] = Math.Abs(samples[index]);
        }

        double meanMagnitude = PairwiseSum.MeanOf<double>(numbers);
        return new SymmetricFit(ShapeTable.NearestByInverse(meanSquare / (meanMagnitude * meanMagnitude)), Math.Sqrt(meanSquare));
    }
}
