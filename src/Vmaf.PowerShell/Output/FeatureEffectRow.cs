using System.Globalization;
using Vmaf.Engine.Explanation;

namespace Vmaf.PowerShell.Output;

/// <summary>What one feature does to the score of a frame or a clip.</summary>
public sealed class FeatureEffectRow
{
    internal FeatureEffectRow(FeatureEffect feature, int? frame)
    {
        Frame = frame;
        Name = feature.Name;
        Meaning = feature.Meaning;
        RawValue = feature.Value;
        NormalizedValue = feature.NormalizedValue;
        Weight = feature.Weight;
        WeightSpread = feature.WeightSpread;
        EffectPoints = feature.Effect;
        BestValue = feature.BestValue;
        Rank = feature.Rank;
    }

    /// <summary>Index of the frame; <see langword="null"/> for the mean of a clip.</summary>
    public int? Frame { get; }

    /// <summary>Name, for example <c>integer_vif_scale0</c>.</summary>
    public string Name { get; }

    /// <summary>In plain words, what a loss of it looks like.</summary>
    public string Meaning { get; }

    /// <summary>Raw value.</summary>
    public double RawValue { get; }

    /// <summary>Value as the model sees it.</summary>
    public double NormalizedValue { get; }

    /// <summary>Slope of the normalised score along the normalised feature.</summary>
    public double Weight { get; }

    /// <summary>Standard deviation of the weight over the members of a bootstrap model, if asked for.</summary>
    public double? WeightSpread { get; }

    /// <summary>Score points that the best value would add.</summary>
    public double EffectPoints { get; }

    /// <summary>The raw value at which the score would be best.</summary>
    public double BestValue { get; }

    /// <summary>Place by effect, 1 for the largest.</summary>
    public int Rank { get; }

    /// <summary>Name, value and points in one line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {RawValue:0.###} ({EffectPoints:'costs '0.0;'gains '0.0;0} points)");
}
