using Vmaf.Engine.Models;

namespace Vmaf.ModelRefit;

/// <summary>A box of normalised features.</summary>
/// <param name="Low">Least value of each feature.</param>
/// <param name="High">Largest value of each feature.</param>
internal sealed record FeatureDomain(double[] Low, double[] High)
{
    private const double CoreLow = -0.1;
    private const double CoreHigh = 1.3;

    /// <summary>The ranges of raw features, by a part of their names; the first that fits holds.</summary>
    private static readonly (string NamePart, double Low, double High)[] RawRanges =
    [
        ("adm", 0, 1.2),
        ("vif", 0, 1.2),
        ("motion", 0, 40),
        ("cambi", 0, 24),
        ("speed", 0, 50),
    ];

    /// <summary>Number of features.</summary>
    public int FeatureCount => Low.Length;

    /// <summary>Where the features of ordinary videos are.</summary>
    /// <param name="featureCount">Number of features.</param>
    public static FeatureDomain Core(int featureCount) =>
        new([.. Enumerable.Repeat(CoreLow, featureCount)], [.. Enumerable.Repeat(CoreHigh, featureCount)]);

    /// <summary>The core, and whatever else the features can be in videos however bad.</summary>
    /// <param name="model">The model that takes the features.</param>
    public static FeatureDomain Whole(VmafModel model)
    {
        FeatureDomain domain = Core(model.Features.Count);
        for (int feature = 0; feature < domain.FeatureCount; feature++)
        {
            string name = model.Features[feature].Name;
            (_, double low, double high) = RawRanges.First(range => name.Contains(range.NamePart, StringComparison.OrdinalIgnoreCase));
            LinearRescale scale = model.Main.Features[feature];
            domain.Low[feature] = Math.Min(CoreLow, scale.Apply(low));
            domain.High[feature] = Math.Max(CoreHigh, scale.Apply(high));
        }

        return domain;
    }

    /// <summary>The value of a feature at a share of its range.</summary>
    /// <param name="feature">Index of the feature.</param>
    /// <param name="share">From 0 to 1.</param>
    public double At(int feature, double share) => Low[feature] + ((High[feature] - Low[feature]) * share);

    /// <summary>A corner of the box.</summary>
    /// <param name="index">Bit f says whether feature f is at its largest value.</param>
    public double[] Corner(int index) => [.. Enumerable.Range(0, FeatureCount).Select(feature => At(feature, (index >> feature) & 1))];
}
