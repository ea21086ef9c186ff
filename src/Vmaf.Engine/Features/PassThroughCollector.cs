namespace Vmaf.Engine.Features;

/// <summary>The collector of features that need no other frame: measurement i is feature i.</summary>
internal sealed class PassThroughCollector : IFeatureCollector
{
    /// <inheritdoc/>
    public void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink)
    {
        for (int feature = 0; feature < measurements.Length; feature++)
        {
            sink.Write(frameIndex, feature, measurements[feature]);
        }
    }

    /// <inheritdoc/>
    public void Flush(IFeatureSink sink)
    {
        // Every value was written with its frame.
    }
}
