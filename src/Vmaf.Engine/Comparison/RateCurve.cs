using System.Globalization;
using Vmaf.Engine.Errors;

namespace Vmaf.Engine.Comparison;

/// <summary>The points of one codec, in order of bitrate, and with qualities in the same order.</summary>
public sealed class RateCurve
{
    private const int LeastPoints = 2;

    private readonly double[] _logRates;
    private readonly double[] _scores;

    /// <summary>Checks the points.</summary>
    /// <param name="name">What the codec is called in messages.</param>
    /// <param name="points">The points, in any order.</param>
    /// <param name="fit">How the curve is laid.</param>
    /// <exception cref="VmafException">
    /// <see cref="VmafErrorIds.CurveTooShort"/>, <see cref="VmafErrorIds.CurveNotMonotone"/> or <see cref="VmafErrorIds.OptionInvalid"/>.
    /// </exception>
    public RateCurve(string name, IEnumerable<RatePoint> points, CurveFit fit)
    {
        Name = name;
        Fit = fit;
        RatePoint[] sorted = [.. points.OrderBy(point => point.Bitrate)];
        RequireEnough(sorted);
        RequireNumbers(sorted);
        RequireOrder(sorted);
        _logRates = [.. sorted.Select(point => Math.Log10(point.Bitrate))];
        _scores = [.. sorted.Select(point => point.Score)];
    }

    /// <summary>What the codec is called in messages.</summary>
    public string Name { get; }

    /// <summary>How the curve is laid.</summary>
    public CurveFit Fit { get; }

    internal double LowestScore => _scores[0];

    internal double HighestScore => _scores[^1];

    internal double LowestLogRate => _logRates[0];

    internal double HighestLogRate => _logRates[^1];

    /// <summary>Logarithm of the bitrate over quality.</summary>
    internal ICurve LogRateOverScore() => Lay(_scores, _logRates);

    /// <summary>Quality over the logarithm of the bitrate.</summary>
    internal ICurve ScoreOverLogRate() => Lay(_logRates, _scores);

    private ICurve Lay(double[] x, double[] y) => Fit == CurveFit.Cubic ? new CubicCurve(x, y) : new MonotoneCurve(x, y);

    private void RequireEnough(RatePoint[] points)
    {
        int least = Fit == CurveFit.Cubic ? CubicCurve.CoefficientCount : LeastPoints;
        if (points.Length < least)
        {
            throw new VmafException(
                VmafErrorIds.CurveTooShort,
                string.Create(CultureInfo.InvariantCulture, $"'{Name}' has {points.Length} {(points.Length == 1 ? "point" : "points")}; a curve ({Fit}) needs at least {least}."),
                "Encode at more bitrates: four, from low to high quality, are usual.",
                Name);
        }
    }

    private void RequireNumbers(RatePoint[] points)
    {
        foreach (RatePoint point in points)
        {
            if (!double.IsFinite(point.Bitrate) || point.Bitrate <= 0 || !double.IsFinite(point.Score))
            {
                throw new VmafException(
                    VmafErrorIds.OptionInvalid,
                    string.Create(
                        CultureInfo.InvariantCulture, $"'{Name}' has a point with bitrate {point.Bitrate} and score {point.Score}, which are no such numbers."),
                    "Bitrates are above 0, in one unit for all points; scores are finite.",
                    Name);
            }
        }
    }

    private void RequireOrder(RatePoint[] points)
    {
        for (int index = 1; index < points.Length; index++)
        {
            RatePoint lower = points[index - 1];
            RatePoint upper = points[index];
            if (upper.Bitrate <= lower.Bitrate || upper.Score <= lower.Score)
            {
                throw new VmafException(
                    VmafErrorIds.CurveNotMonotone,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"'{Name}' does not grow: at bitrate {lower.Bitrate:0.##} it scores {lower.Score:0.####}, at {upper.Bitrate:0.##} it scores {upper.Score:0.####}."),
                    upper.Bitrate > lower.Bitrate
                        ? "Leave out points at which the metric is saturated (near 100), and points that stand twice."
                        : "Leave out points that stand twice. Decoded videos (y4m, raw) all take the same: give the bitrates of the encodes that they were decoded from.",
                    Name);
            }
        }
    }
}
