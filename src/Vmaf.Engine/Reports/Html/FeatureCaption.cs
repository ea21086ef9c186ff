using Vmaf.Engine.Explanation;
using Vmaf.Engine.Features.Guide;
using Vmaf.Engine.Metrics;

namespace Vmaf.Engine.Reports.Html;

/// <summary>What a page says about a feature.</summary>
/// <param name="Title">What it measures, in a word or two; its name where that is not known, or where it is a metric.</param>
/// <param name="Words">How to read it; empty where that is not known.</param>
/// <param name="AxisValue">A value that its axis goes to, so that charts can be compared: the best or the least there is.</param>
internal sealed record FeatureCaption(string Title, string Words, double? AxisValue)
{
    /// <summary>The caption of a feature.</summary>
    /// <param name="logName">
    /// Its name in logs, with options perhaps, for example <c>integer_vif_scale0_egl_1</c>; or that of a metric, for example <c>SSIM</c>.
    /// </param>
    public static FeatureCaption Of(string logName)
    {
        QualityMetric? metric = QualityMetrics.All.FirstOrDefault(known => known.Name == logName);
        string title = metric?.Name ?? FeatureMeaning.Of(logName).Title;
        FeatureDescription? guide = FeatureGuide.FindMetric(QualityMetrics.FindScoreFeature(logName) ?? logName);
        string words = metric?.Description ?? guide?.Meaning ?? string.Empty;
        return guide?.Direction switch
        {
            null => new FeatureCaption(title, words, null),
            FeatureDirection.HigherIsBetter => new FeatureCaption(title, $"{words} Higher is better.", guide.Maximum),
            FeatureDirection.LowerIsBetter => new FeatureCaption(title, $"{words} Lower is better.", guide.Minimum),
            _ => new FeatureCaption(title, words, guide.Minimum),
        };
    }
}
