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
        string anchorName, IEnumerable<RatePoint> anchor, string testName, IEnumerable<RatePoint> test, CurveFit fit = CurveFit.Pchip)
    {
        var first = new RateCurve(anchorName, anchor, fit);
        var second = new RateCurve(testName, test, fit);
        double lowScore = Math.Max(first.LowestScore, second.LowestScore);
        double highScore = Math.Min(first.HighestScore, second.HighestScore);
        if (highScore <= lowScore)
        {
            throw new VmafException(
                VmafErrorIds.CurvesApart,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The qualities of '{anchorName}' ({first.LowestScore:G6} to {first.HighestScore:G6}) and '{testName}' ({second.LowestScore:G6} to {second.HighestScore:G6}) do not overlap."),
                "Encode both over the same range of qualities.",
                testName);
        }

        double logRatio = MeanDifference(first.LogRateOverScore(), second.LogRateOverScore(), lowScore, highScore);
        double lowRate = Math.Max(first.LowestLogRate, second.LowestLogRate);
        double highRate = Math.Min(first.HighestLogRate, second.HighestLogRate);
        return new BjontegaardDelta
        {
            RatePercent = (Math.Pow(10, logRatio) - 1) * 100,
            Quality = highRate > lowRate ? MeanDifference(first.ScoreOverLogRate(), second.ScoreOverLogRate(), lowRate, highRate) : null,
            LowestScore = lowScore,
            HighestScore = highScore,
            Overlap = (highScore - lowScore)
                / (Math.Max(first.HighestScore, second.HighestScore) - Math.Min(first.LowestScore, second.LowestScore)),
        };
    }

    private static double MeanDifference(ICurve anchor, ICurve test, double from, double to) =>
        (test.Integrate(from, to) - anchor.Integrate(from, to)) / (to - from);
}
