using System.Management.Automation;
using Vmaf.Engine.Explanation;

namespace Vmaf.PowerShell.Output;

/// <summary>Why a frame has its score.</summary>
public sealed class FrameExplanationRow
{
    /// <summary>The name that views and scripts know these objects by.</summary>
    public const string TypeName = "Vmaf.FrameExplanation";

    internal FrameExplanationRow(FrameExplanation explanation, ExplainedClip? clip)
    {
        Explanation = explanation;
        Clip = clip;
        FeatureEffectRow[] features = [.. explanation.Features.Select(feature => new FeatureEffectRow(feature, explanation.FrameIndex))];
        Features = new DescribedList<FeatureEffectRow>(features, string.Join("; ", features.OrderBy(feature => feature.Rank)));
    }

    /// <summary>Index of the frame.</summary>
    public int Frame => Explanation.FrameIndex;

    /// <summary>Score of the explained model.</summary>
    public double Vmaf => Explanation.Score;

    /// <summary>What was done to the frame, as far as its features tell.</summary>
    public string Impairment => Explanation.Impairment.ToString();

    /// <summary>The explanation in words.</summary>
    public string Verdict => Explanation.Verdict;

    /// <summary>What is special about the frame.</summary>
    public string Flags => Explanation.Conditions.ToString();

    /// <summary>How well the weights describe the model around the frame: weighted R², 1 for a perfect fit.</summary>
    public double FitQuality => Explanation.RSquared;

    /// <summary>The features in the model's order.</summary>
    public DescribedList<FeatureEffectRow> Features { get; }

    /// <summary>What was explained: the score's name, or that of a bootstrap member.</summary>
    public string Predictor => Explanation.PredictorName;

    /// <summary>Path of the distorted video, where known.</summary>
    public string? Distorted => Clip?.Path;

    /// <summary>What the engine said.</summary>
    internal FrameExplanation Explanation { get; }

    /// <summary>Where its picture is found.</summary>
    internal ExplainedClip? Clip { get; }

    /// <summary>The verdict.</summary>
    public override string ToString() => Verdict;

    /// <summary>The row as the pipeline gets it.</summary>
    internal PSObject ToOutput() => NamedOutput.Create(this, TypeName);
}
