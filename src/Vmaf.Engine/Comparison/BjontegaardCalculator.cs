using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Comparison;

/// <summary>
/// Compares codecs by the area between their curves of quality over bitrate (G. Bjøntegaard, "Calculation of average PSNR differences
/// between RD-curves", VCEG-M33, 2001), over that range of qualities, or of bitrates, that both cover.
/// </summary>
public static class BjontegaardCalculator
{
    /// <summary>Compares two codecs.</summary>
    /// <param name="anchorName">What the first is called in messages.</param>
    /// <param name="anchor">Points of the codec to compare with, in any order.</param>
    /// <param name="testName">What the second is called in messages.</param>
    /// <param name="test">Points of the codec in question, in any order.</param>
    /// <param name="fit">How the curves are laid.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.CurveTooShort"/>, <see cref="VmafErrorIds.CurveNotMonotone"/>, <see cref="VmafErrorIds.CurvesApart"/>, or
    /// <see cref="VmafErrorIds.OptionInvalid"/> for what is no number.
    /// </exception>
    public static BjontegaardDelta Compare(
        string anchorName, IEnumerable<RatePoint> anchor, string testName, IEnumerable<RatePoint> test, CurveFit fit = CurveFit.Pchip) =>
        Compare(new RateCurve(anchorName, anchor, fit), new RateCurve(testName, test, fit));

    /// <summary>Compares two codecs by their curves.</summary>
    /// <param name="anchor">The codec to compare with.</param>
    /// <param name="test">The codec in question.</param>
    /// <exception cref="VmafException"><see cref="VmafErrorIds.CurvesApart"/>.</exception>
    public static BjontegaardDelta Compare(RateCurve anchor, RateCurve test)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        ArgumentNullException.ThrowIfNull(test);
        double lowScore = Math.Max(anchor.LowestScore, test.LowestScore);
        double highScore = Math.Min(anchor.HighestScore, test.HighestScore);
        if (highScore <= lowScore)
        {
            throw new VmafException(
                VmafErrorIds.CurvesApart,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The qualities of '{anchor.Name}' ({anchor.LowestScore:G6} to {anchor.HighestScore:G6}) and '{test.Name}' ({test.LowestScore:G6} to {test.HighestScore:G6}) do not overlap."),
                "Encode both over the same range of qualities.",
                test.Name);
        }

        double logRatio = MeanDifference(anchor.LogRateOverScore(), test.LogRateOverScore(), lowScore, highScore);
        double lowRate = Math.Max(anchor.LowestLogRate, test.LowestLogRate);
        double highRate = Math.Min(anchor.HighestLogRate, test.HighestLogRate);
        return new BjontegaardDelta
        {
            RatePercent = (Math.Pow(10, logRatio) - 1) * 100,
            Quality = highRate > lowRate ? MeanDifference(anchor.ScoreOverLogRate(), test.ScoreOverLogRate(), lowRate, highRate) : null,
            LowestScore = lowScore,
            HighestScore = highScore,
            Overlap = (highScore - lowScore)
                / (Math.Max(anchor.HighestScore, test.HighestScore) - Math.Min(anchor.LowestScore, test.LowestScore)),
        };
    }

    private static double MeanDifference(ICurve anchor, ICurve test, double from, double to) =>
        (test.Integrate(from, to) - anchor.Integrate(from, to)) / (to - from);
}
