namespace Vmaf.Engine.Reports;

/// <summary>A range of scores and what a viewer would say.</summary>
/// <param name="Name">One word, such as <c>good</c>.</param>
/// <param name="LeastScore">The lowest score of the range.</param>
/// <param name="Words">What a viewer would say, for 1080p television three picture heights away.</param>
internal sealed record QualityBand(string Name, double LeastScore, string Words)
{
    /// <summary>All ranges, best first.</summary>
    public static IReadOnlyList<QualityBand> All { get; } =
    [
        new("excellent", 95, "no difference seen"),
        new("very good", 90, "hardly any difference seen"),
        new("good", 80, "differences seen when looking for them"),
        new("fair", 60, "losses are visible"),
        new("poor", 40, "losses are annoying"),
        new("bad", double.NegativeInfinity, "bad, or the videos are out of step"),
    ];

    /// <summary>Place of a score's range in <see cref="All"/>.</summary>
    /// <param name="score">The score.</param>
    public static int IndexOf(double score)
    {
        int index = 0;
        while (score < All[index].LeastScore)
        {
            index++;
        }

        return index;
    }

    /// <summary>The range of a score.</summary>
    /// <param name="score">The score.</param>
    public static QualityBand Of(double score) => All[IndexOf(score)];

    /// <summary>The share of values in each range, in the order of <see cref="All"/>; they sum up to 1.</summary>
    /// <param name="scores">The values, at least one, all finite.</param>
    public static double[] Shares(IReadOnlyCollection<double> scores)
    {
        double[] shares = new double[All.Count];
        foreach (double score in scores)
        {
            shares[IndexOf(score)] += 1.0 / scores.Count;
        }

        return shares;
    }
}
