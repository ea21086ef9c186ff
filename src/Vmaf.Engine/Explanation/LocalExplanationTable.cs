namespace Vmaf.Engine.Explanation;

/// <summary>
/// The explanations of frames as the tables of Netflix's harness (Netflix/vmaf, local_explainer.py). A table has a row for each
/// frame and a column for each feature.
/// </summary>
public sealed record LocalExplanationTable
{
    /// <summary>Slope of the normalised score along each normalised feature.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> FeatureWeights { get; init; }

    /// <summary>Raw features.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Features { get; init; }

    /// <summary>Features as the model sees them.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> NormalizedFeatures { get; init; }

    /// <summary>The columns, by the model's names of the features.</summary>
    public required IReadOnlyList<string> FeatureNames { get; init; }

    /// <summary>Number of frames.</summary>
    public int RowCount => FeatureWeights.Count;

    /// <summary>Lays out explanations.</summary>
    /// <param name="frames">The explanations, all of the same model.</param>
    /// <param name="featureNames">Names of its features, in the model's order.</param>
    public static LocalExplanationTable Of(IReadOnlyList<FrameExplanation> frames, IReadOnlyList<string> featureNames)
    {
        return new LocalExplanationTable
        {
            FeatureWeights = Column(feature => feature.Weight),
            Features = Column(feature => feature.Value),
            NormalizedFeatures = Column(feature => feature.NormalizedValue),
            FeatureNames = featureNames,
        };

        double[][] Column(Func<FeatureEffect, double> valueOf) =>
            [.. frames.Select(frame => frame.Features.Select(valueOf).ToArray())];
    }

    /// <summary>Only some of the rows.</summary>
    /// <param name="rows">Their indices, in the order wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public LocalExplanationTable Select(IReadOnlyList<int> rows)
    {
        foreach (int row in rows)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(row, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount, nameof(rows));
        }

        return this with
        {
            FeatureWeights = [.. rows.Select(row => FeatureWeights[row])],
            Features = [.. rows.Select(row => Features[row])],
            NormalizedFeatures = [.. rows.Select(row => NormalizedFeatures[row])],
        };
    }

    /// <summary>
    /// The tables under the harness's names: <c>feature_weights</c>, <c>features</c>, <c>features_normalized</c> and
    /// <c>feature_names</c>.
    /// </summary>
    public IReadOnlyDictionary<string, object> ToDictionary() => new OrderedDictionary<string, object>(StringComparer.Ordinal)
    {
        ["feature_weights"] = FeatureWeights,
        ["features"] = Features,
        ["features_normalized"] = NormalizedFeatures,
        ["feature_names"] = FeatureNames,
    };
}
