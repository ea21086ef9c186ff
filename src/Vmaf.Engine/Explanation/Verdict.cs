using System.Globalization;
using System.Text;

namespace Vmaf.Engine.Explanation;

/// <summary>Puts an explanation into words. Every number in it is one of the explanation's own.</summary>
internal static class Verdict
{
    /// <summary>Effects below this are not worth a word, in score points.</summary>
    private const double LeastEffect = 1;

    /// <summary>Scores from here on, the impairment is there but few viewers notice it.</summary>
    private const double FewNotice = 93;

    private const double PoorFit = 0.7;
    private const int MostCauses = 3;

    /// <summary>Words for one frame.</summary>
    public static string OfFrame(
        double score, Impairment impairment, IReadOnlyList<FeatureEffect> features, FrameConditions conditions, double explainedShare)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Score {score:F1}");
        AppendImpairment(text, impairment, score);
        AppendCauses(text, features);
        AppendLumaOnly(text, impairment, features);
        foreach ((FrameConditions condition, string words) in FrameRemarks)
        {
            if (conditions.HasFlag(condition))
            {
                text.Append(' ').Append(words);
            }
        }

        if (explainedShare < PoorFit)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $" The model is far from linear here (R² {explainedShare:F2}): take the points as a direction only.");
        }

        return text.ToString();
    }

    /// <summary>Words for a clip.</summary>
    public static string OfClip(
        double meanScore,
        Impairment impairment,
        IReadOnlyList<FeatureEffect> features,
        IReadOnlyDictionary<FrameConditions, int> conditions,
        int frameCount)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Mean score {meanScore:F1} over {frameCount} {(frameCount == 1 ? "frame" : "frames")}");
        if (conditions.TryGetValue(FrameConditions.Misaligned, out int misaligned) && misaligned * 2 >= frameCount)
        {
            // What the features lost then says how the other frames look, not what was done to the video.
            text.Append(CultureInfo.InvariantCulture, $": {misaligned} of {frameCount} frames seem to show other frames than the reference's.");
            text.Append(" Find-VmafOffset finds by how many frames the videos are shifted; their frame rates have to be the same, too.");
        }
        else
        {
            AppendImpairment(text, impairment, meanScore);
            AppendCauses(text, features);
            AppendLumaOnly(text, impairment, features);
        }

        foreach ((FrameConditions condition, string words) in ClipRemarks)
        {
            if (conditions.TryGetValue(condition, out int count))
            {
                text.Append(CultureInfo.InvariantCulture, $" {words}: {count} of {frameCount} frames.");
            }
        }

        return text.ToString();
    }

    private static readonly (FrameConditions Condition, string Words)[] FrameRemarks =
    [
        (FrameConditions.Misaligned, "The picture seems to be another frame of the video, not a bad one."),
        (FrameConditions.Frozen, "The distorted video stands still while the reference moves."),
        (FrameConditions.SceneCut, "The scene changes here, which hides much from the eye that the score still counts."),
        (FrameConditions.Static, "Nothing moves here, so errors are easy to see."),
    ];

    private static readonly (FrameConditions Condition, string Words)[] ClipRemarks =
    [
        (FrameConditions.Frozen, "The distorted video stands still while the reference moves"),
        (FrameConditions.SceneCut, "Scene changes"),
        (FrameConditions.Static, "Nothing moves"),
    ];

    private static void AppendImpairment(StringBuilder text, Impairment impairment, double score)
    {
        string? words = impairment switch
        {
            Impairment.Blur when score >= FewNotice => "slight blur, which few viewers notice",
            Impairment.Quantization when score >= FewNotice => "slight quantisation, as by compression, which few viewers notice",
            Impairment.Noise when score >= FewNotice => "slight noise, which few viewers notice",
            Impairment.Blur => "looks blurred",
            Impairment.Quantization => "looks coarsely quantised, as by compression",
            Impairment.Noise => "noise was added",
            Impairment.ContrastGain => "contrast was raised, which the model takes for a gain",
            Impairment.ColorChange => "only the colours differ",
            Impairment.BrightnessChange => "only the brightness differs",
            Impairment.FrozenPicture => "the picture repeats, as after a dropped frame",
            Impairment.WrongFrame => "looks like another frame",
            _ => null,
        };
        if (words is not null)
        {
            text.Append(", ").Append(words);
        }
    }

    /// <summary>A colour change that no feature of the model can see needs a word of warning.</summary>
    private static void AppendLumaOnly(StringBuilder text, Impairment impairment, IReadOnlyList<FeatureEffect> features)
    {
        bool seesColor = features.Any(feature => FeatureMeaning.Of(feature.Name).SeesColor);
        if (impairment == Impairment.ColorChange && !seesColor)
        {
            text.Append(" The model sees luma only: its score says nothing about colours.");
        }
        else if (impairment == Impairment.BrightnessChange)
        {
            text.Append(" The features do not measure even changes of brightness.");
        }
    }

    private static void AppendCauses(StringBuilder text, IReadOnlyList<FeatureEffect> features)
    {
        FeatureEffect[] causes =
        [
            .. features.Where(feature => feature.Effect >= LeastEffect).OrderBy(feature => feature.Rank).Take(MostCauses),
        ];
        if (causes.Length == 0)
        {
            text.Append(": no feature stands out.");
            return;
        }

        string separator = ": ";
        foreach (FeatureEffect cause in causes)
        {
            text.Append(separator);
            text.Append(FeatureMeaning.Of(cause.Name).Plain);
            text.Append(
                CultureInfo.InvariantCulture,
                $" ({cause.Name} {cause.Value:0.###}, best {cause.BestValue:0.###}, about {cause.Effect:F1} points)");
            separator = "; ";
        }

        text.Append('.');
    }
}
