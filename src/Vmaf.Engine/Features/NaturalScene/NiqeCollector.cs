using Vmaf.Engine.Models.Niqe;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>Gives each frame the means over its patches, and keeps what the score of the whole video takes.</summary>
internal sealed class NiqeCollector(NiqeVariant[] variants) : IFeatureCollector, IVideoAggregator
{
    private readonly SampleCovariance[] _statistics = [.. variants.Select(_ => new SampleCovariance(NiqeDefinition.PatchFeatures.Count))];

    /// <summary>The score of each variant that has a model; a video with a single patch has none.</summary>
    public IEnumerable<KeyValuePair<string, double>> Aggregates =>
        from pair in variants.Zip(_statistics)
        where pair.First.Model is not null && pair.Second.Count > 1
        select KeyValuePair.Create(pair.First.ScoreName, pair.First.Model!.Distance(pair.Second, NiqeDefinition.PatchFeatures));

    /// <inheritdoc/>
    public void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink)
    {
        int featureCount = NiqeDefinition.PatchFeatures.Count;
        double[] mean = new double[featureCount];
        for (int index = 0; index < variants.Length; index++)
        {
            Array.Clear(mean);
            int patchCount = variants[index].Patches.Length;
            for (int patch = 0; patch < patchCount; patch++)
            {
                ReadOnlySpan<double> features = measurements.Slice(patch * featureCount, featureCount);
                _statistics[index].Add(features);
                for (int feature = 0; feature < featureCount; feature++)
                {
                    mean[feature] += features[feature] / patchCount;
                }
            }

            for (int feature = 0; feature < featureCount; feature++)
            {
                sink.Write(frameIndex, (index * featureCount) + feature, mean[feature]);
            }

            measurements = measurements[variants[index].MeasurementCount..];
        }
    }

    /// <inheritdoc/>
    public void Flush(IFeatureSink sink)
    {
        // Every value was written with its frame.
    }
}
