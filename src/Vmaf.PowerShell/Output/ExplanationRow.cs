using System.Globalization;
using System.Management.Automation;
using Vmaf.Engine.Explanation;

namespace Vmaf.PowerShell.Output;

/// <summary>Why a clip has its score.</summary>
public sealed class ExplanationRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.Explanation";

    /// <summary>Number of worst frames that are kept where no other is asked for.</summary>
    internal const int DefaultWorstCount = 10;

    private readonly ClipExplanation _explanation;

    internal ExplanationRow(IReadOnlyList<FrameExplanationRow> frames, string model, string? reference, ExplainedClip? clip)
    {
        _explanation = ClipExplanation.Pool([.. frames.Select(frame => frame.Explanation)]);
        Model = model;
        Reference = reference;
        Distorted = clip?.Path;
        FeatureEffectRow[] features = [.. _explanation.Features.Select(feature => new FeatureEffectRow(feature, frame: null))];
        Features = new DescribedList<FeatureEffectRow>(features, string.Join("; ", features.OrderBy(feature => feature.Rank)));
        FrameExplanationRow[] worst = [.. Worst(frames, DefaultWorstCount)];
        WorstFrames = new DescribedList<FrameExplanationRow>(
            worst, string.Join("; ", worst.Select(frame => string.Create(CultureInfo.InvariantCulture, $"{frame.Frame} ({frame.Vmaf:F1})"))));
    }

    /// <summary>Path of the distorted video, where known.</summary>
    public string? Distorted { get; }

    /// <summary>Path of the reference, where known.</summary>
    public string? Reference { get; }

    /// <summary>Name of the model.</summary>
    public string Model { get; }

    /// <summary>Mean score of the explained frames.</summary>
    public double Vmaf => _explanation.MeanScore;

    /// <summary>What was done to the clip: the impairment that costs most.</summary>
    public string Impairment => _explanation.Impairment.ToString();

    /// <summary>The explanation in words.</summary>
    public string Verdict => _explanation.Verdict;

    /// <summary>What is special about frames, with the number of such frames.</summary>
    public string Flags => string.Join(", ", _explanation.ConditionCounts.Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>Mean fit quality of the frames.</summary>
    public double FitQuality => _explanation.MeanRSquared;

    /// <summary>Number of explained frames.</summary>
    public int FrameCount => _explanation.FrameCount;

    /// <summary>Index of the frame with the lowest score.</summary>
    public int WorstFrame => _explanation.WorstFrameIndex;

    /// <summary>The features with means over the frames.</summary>
    public DescribedList<FeatureEffectRow> Features { get; }

    /// <summary>The frames with the lowest scores, worst first.</summary>
    public DescribedList<FrameExplanationRow> WorstFrames { get; }

    /// <summary>What was explained: the score's name, or that of a bootstrap member.</summary>
    public string Predictor => _explanation.PredictorName;

    /// <summary>The frames with the lowest scores, worst first, earlier ones before later ones of the same score.</summary>
    /// <param name="frames">All frames, in order.</param>
    /// <param name="count">The most frames to take.</param>
    internal static IEnumerable<FrameExplanationRow> Worst(IEnumerable<FrameExplanationRow> frames, int count) =>
        frames.OrderBy(frame => frame.Vmaf).Take(count);

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;

    /// <summary>The row as the pipeline gets it.</summary>
    internal PSObject ToOutput() => NamedOutput.Create(this, TypeName);
}
