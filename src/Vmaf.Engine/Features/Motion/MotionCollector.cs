namespace Vmaf.Engine.Features.Motion;

/// <summary>Turns the motion sums of frames into the features of all variants.</summary>
internal sealed class MotionCollector : IFeatureCollector
{
    private readonly (MotionSeries Series, MotionVariant Variant, int Measurement)[] _variants;
    private readonly long _sampleCount;

    /// <summary>Creates the collector of a run.</summary>
    /// <param name="variants">The variants, in the order of their features.</param>
    /// <param name="framesBack">Distance back of each measurement.</param>
    /// <param name="sampleCount">Luma samples of a frame.</param>
    public MotionCollector(IReadOnlyList<MotionVariant> variants, int[] framesBack, long sampleCount)
    {
        _sampleCount = sampleCount;
        _variants = new (MotionSeries, MotionVariant, int)[variants.Count];
        int firstFeature = 0;
        for (int index = 0; index < variants.Count; index++)
        {
            MotionVariant variant = variants[index];
            int measurement = variant.IsForcedToZero ? -1 : Array.IndexOf(framesBack, variant.FramesBack);
            _variants[index] = (new MotionSeries(variant, firstFeature), variant, measurement);
            firstFeature += variant.FeatureNames.Count;
        }
    }

    /// <inheritdoc/>
    public void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink)
    {
        foreach ((MotionSeries series, MotionVariant variant, int measurement) in _variants)
        {
            series.Add(frameIndex, variant.Motion(measurement < 0 ? 0 : measurements[measurement], _sampleCount), sink);
        }
    }

    /// <inheritdoc/>
    public void Flush(IFeatureSink sink)
    {
        foreach ((MotionSeries series, _, _) in _variants)
        {
            series.End(sink);
        }
    }
}
