using Vmaf.Engine.Models;
using Vmaf.Engine.Training;

namespace Vmaf.ModelRefit;

/// <summary>Fits a regressor of our own to samples of an official model's function.</summary>
internal static class RegressorFit
{
    private const int WholeSampleCount = 10_000;
    private const int CoreSampleCount = 4_000;
    private const int DiagonalSampleCount = 4_000;
    private const int MaximumCentreCount = 1_500;

    /// <summary>The largest error at a sample of the whole domain, in score points.</summary>
    private const double Tolerance = 0.004;

    /// <summary>How much nearer the fit is to be in the core, and where features go together as they do in videos.</summary>
    private const double CoreImportance = 4;
    private const double DiagonalImportance = 10;

    /// <summary>Features near the diagonal differ by up to this.</summary>
    private const double DiagonalWidth = 1.0;

    private const int SampleDecimals = 4;

    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31];

    /// <summary>Fits a regressor.</summary>
    /// <param name="official">The official model.</param>
    /// <param name="core">Where accuracy matters most.</param>
    /// <param name="whole">Where the fit must hold.</param>
    public static SupportVectorRegressor Fit(ScorePredictor official, FeatureDomain core, FeatureDomain whole)
    {
        (double[] Point, double Importance)[] samples =
        [
            .. Corners(whole).Select(point => (point, 1.0)),
            .. Corners(core).Select(point => (point, CoreImportance)),
            .. HaltonPoints(WholeSampleCount, whole, Scattered).Select(point => (point, 1.0)),
            .. HaltonPoints(CoreSampleCount, core, Scattered).Select(point => (point, CoreImportance)),
            .. HaltonPoints(DiagonalSampleCount, core, NearDiagonal).Select(point => (point, DiagonalImportance)),
        ];
        double[] values = new double[samples.Length * whole.FeatureCount];
        for (int sample = 0; sample < samples.Length; sample++)
        {
            for (int feature = 0; feature < whole.FeatureCount; feature++)
            {
                values[(feature * samples.Length) + sample] = Math.Round(samples[sample].Point[feature], SampleDecimals);
            }
        }

        double[] targets = new double[samples.Length];
        official.Regressor.Predict(values, samples.Length, targets);
        double pointsPerUnit = Math.Abs(official.Denormalize(1) - official.Denormalize(0));
        return KernelInterpolation.Fit(
            new SampleMatrix(values, samples.Length, whole.FeatureCount),
            targets,
            [.. samples.Select(sample => sample.Importance)],
            official.Regressor.Kernel.Gamma,
            Tolerance / pointsPerUnit,
            MaximumCentreCount);
    }

    private static IEnumerable<double[]> Corners(FeatureDomain domain) =>
        Enumerable.Range(0, 1 << domain.FeatureCount).Select(domain.Corner);

    /// <summary>Points of Halton's sequence, one dimension more than there are features, put into a domain.</summary>
    private static IEnumerable<double[]> HaltonPoints(int count, FeatureDomain domain, Func<FeatureDomain, double[], double[]> place) =>
        Enumerable.Range(1, count)
            .Select(index => place(domain, [.. Primes[..(domain.FeatureCount + 1)].Select(prime => Halton(index, prime))]));

    /// <summary>All over the domain, with Chebyshev's density: errors of fits are largest at the ends.</summary>
    private static double[] Scattered(FeatureDomain domain, double[] shares) =>
    [
        .. Enumerable.Range(0, domain.FeatureCount)
            .Select(feature => domain.At(feature, 0.5 - (0.5 * Math.Cos(Math.PI * shares[feature])))),
    ];

    /// <summary>Features that differ little: the last share is what they have in common.</summary>
    private static double[] NearDiagonal(FeatureDomain domain, double[] shares) =>
    [
        .. Enumerable.Range(0, domain.FeatureCount).Select(feature => Math.Clamp(
            domain.At(feature, shares[^1]) + ((shares[feature] - 0.5) * DiagonalWidth),
            domain.Low[feature],
            domain.High[feature])),
    ];

    /// <summary>Halton's low-discrepancy sequence: the digits of the index, mirrored at the point.</summary>
    private static double Halton(int index, int numberBase)
    {
        double value = 0;
        double place = 1;
        for (int rest = index; rest > 0; rest /= numberBase)
        {
            place /= numberBase;
            value += place * (rest % numberBase);
        }

        return value;
    }
}
