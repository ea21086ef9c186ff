namespace Vmaf.Engine.Models;

/// <summary>What the members of a bootstrap model say together about one frame, transformed and clipped as the model asks for.</summary>
/// <param name="Bagging">Mean of the members.</param>
/// <param name="StandardDeviation">Their standard deviation (divisor n), scaled by the slope of transform and clip at the mean.</param>
/// <param name="ConfidenceLow">2.5th percentile of the members: lower end of the 95 % interval.</param>
/// <param name="ConfidenceHigh">97.5th percentile of the members: upper end of the 95 % interval.</param>
public readonly record struct BootstrapScore(double Bagging, double StandardDeviation, double ConfidenceLow, double ConfidenceHigh)
{
    /// <summary>Half the step of the slope that scales the standard deviation, in score points.</summary>
    private const double SlopeStep = 0.01;

    /// <summary>Summarises members, in libvmaf's order of operations (predict.c).</summary>
    /// <param name="rawScores">The members' scores, neither transformed nor clipped; sorted on return.</param>
    /// <param name="finish">Transform and clip.</param>
    internal static BootstrapScore FromMembers(Span<double> rawScores, Func<double, double> finish)
    {
        double sum = 0;
        foreach (double score in rawScores)
        {
            sum += score;
        }

        double mean = sum / rawScores.Length;
        double squares = 0;
        foreach (double score in rawScores)
        {
            squares += (score - mean) * (score - mean);
        }

        double slope = (finish(mean + SlopeStep) - finish(mean - SlopeStep)) / (2 * SlopeStep);
        rawScores.Sort();
        return new BootstrapScore(
            finish(mean),
            Math.Sqrt(squares / rawScores.Length) * slope,
            finish(Percentile(rawScores, 2.5)),
            finish(Percentile(rawScores, 97.5)));
    }

    /// <summary>Linear between the two nearest members.</summary>
    private static double Percentile(ReadOnlySpan<double> sorted, double percent)
    {
        double position = percent * (sorted.Length - 1) / 100;
        int left = (int)Math.Floor(position);
        int right = (int)Math.Ceiling(position);
        return left == right ? sorted[left] : (sorted[left] * (right - position)) + (sorted[right] * (position - left));
    }
}
