namespace Vmaf.Engine.Reports;

/// <summary>How lines of several results are told apart.</summary>
internal static class SeriesStyle
{
    /// <summary>Number of colours; further results use them again.</summary>
    public const int Count = 8;
}
