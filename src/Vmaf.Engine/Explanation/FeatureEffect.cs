namespace Vmaf.Engine.Explanation;

/// <summary>What one feature does to the score of a frame.</summary>
public sealed record FeatureEffect
{
    /// <summary>Name, for example <c>integer_vif_scale0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the feature says about a frame.</summary>
    public required FeatureRole Role { get; init; }

    /// <summary>In plain words, what its loss, or its presence, looks like, for example "fine texture is lost".</summary>
    public string Meaning => FeatureMeaning.Of(Name).Plain;

    /// <summary>Raw value.</summary>
    public required double Value { get; init; }

    /// <summary>Value as the model sees it: of a chroma feature that it takes from luma, that one.</summary>
    public required double NormalizedValue { get; init; }

    /// <summary>Slope of the normalised score along the normalised feature.</summary>
    public required double Weight { get; init; }

    /// <summary>Standard deviation of the weight over the members of a bootstrap model; <see langword="null"/> if not asked for.</summary>
    public double? WeightSpread { get; init; }

    /// <summary>
    /// Score points per unit of the raw feature. Where the model takes a frame's chroma from luma
    /// (<see cref="Models.ChromaCorrection"/>), luma's holds for both, and chroma's is 0.
    /// </summary>
    public required double Slope { get; init; }

    /// <summary>The raw value at which the score would be best; the value itself for a property of the content.</summary>
    public required double BestValue { get; init; }

    /// <summary>Score points that the best value would add, if the score went on as steeply as here.</summary>
    public required double Effect { get; init; }

    /// <summary>Place among the frame's features by effect, 1 for the largest.</summary>
    public required int Rank { get; init; }
}
