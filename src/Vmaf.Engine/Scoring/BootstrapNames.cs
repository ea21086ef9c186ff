namespace Vmaf.Engine.Scoring;

/// <summary>Names of what a bootstrap model adds to its score, as libvmaf's logs have them.</summary>
internal static class BootstrapNames
{
    /// <summary>Number of figures beside the members' scores.</summary>
    public const int FigureCount = 4;

    public static string Bagging(string score) => score + "_bagging";

    public static string StandardDeviation(string score) => score + "_stddev";

    public static string ConfidenceLow(string score) => score + "_ci_p95_lo";

    public static string ConfidenceHigh(string score) => score + "_ci_p95_hi";
}
