using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Psnr;

/// <summary>Turns sums of squared errors into PSNR, and adds them up for the whole video.</summary>
internal sealed class PsnrCollector : IFeatureCollector, IVideoAggregator
{
    private readonly VideoFormat _format;
    private readonly IReadOnlyList<PsnrVariant> _variants;
    private readonly ulong[] _squaredErrorSums;
    private ulong _frameCount;

    public PsnrCollector(VideoFormat format, IReadOnlyList<PsnrVariant> variants, int planeCount)
    {
        _format = format;
        _variants = variants;
        _squaredErrorSums = new ulong[planeCount];
    }

    /// <summary>PSNR of each plane over all frames, for the first variant that asks for it: the names leave no room for another.</summary>
    public IEnumerable<KeyValuePair<string, double>> Aggregates =>
        _variants.Where(variant => variant.WritesAggregate).Take(1).SelectMany(variant => Enumerable.Range(0, variant.PlaneCount).Select(plane =>
            KeyValuePair.Create(
                PsnrVariant.AggregateName(plane),
                variant.AggregateDecibels(_squaredErrorSums[plane], SampleCount(plane) * _frameCount))));

    public void Collect(int frameIndex, ReadOnlySpan<double> measurements, IFeatureSink sink)
    {
        _frameCount++;
        for (int plane = 0; plane < measurements.Length; plane++)
        {
            _squaredErrorSums[plane] += (ulong)measurements[plane];
        }

        int feature = 0;
        foreach (PsnrVariant variant in _variants)
        {
            for (int plane = 0; plane < variant.PlaneCount; plane++)
            {
                double meanSquaredError = measurements[plane] / SampleCount(plane);
                sink.Write(frameIndex, feature++, variant.Decibels(meanSquaredError, plane));
                if (variant.WritesMeanSquaredError)
                {
                    sink.Write(frameIndex, feature++, meanSquaredError);
                }
            }
        }
    }

    public void Flush(IFeatureSink sink)
    {
        // Every value was written with its frame.
    }

    private ulong SampleCount(int plane) => (ulong)_format.PlaneWidth(plane) * (ulong)_format.PlaneHeight(plane);
}
