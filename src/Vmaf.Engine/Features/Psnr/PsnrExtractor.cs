using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Psnr;

/// <summary>Measures the sum of squared errors of each plane once for all variants.</summary>
internal sealed class PsnrExtractor : IFeatureExtractor
{
    private readonly VideoFormat _format;
    private readonly PsnrVariant[] _variants;

    public PsnrExtractor(VideoFormat format, IReadOnlyList<FeatureOptionSet> variants)
    {
        _format = format;
        _variants = [.. variants.Select(options => new PsnrVariant(format, options))];
        FeatureNames = [.. _variants.SelectMany(variant => variant.FeatureNames)];
        MeasurementCount = _variants.Max(variant => variant.PlaneCount);
    }

    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>One sum for each plane; exact in a double up to 2⁵³.</summary>
    public int MeasurementCount { get; }

    public int HistoryLength => 0;

    /// <summary>libvmaf measures PSNR on every frame, a stride notwithstanding, because APSNR needs them.</summary>
    public bool NeedsEveryFrame => true;

    public IFeatureWorker CreateWorker(SimdTier tier) => new Worker(tier);

    public IFeatureCollector CreateCollector() => new PsnrCollector(_format, _variants, MeasurementCount);

    public void Dispose()
    {
        // Holds no memory of its own.
    }

    private sealed class Worker(SimdTier tier) : IFeatureWorker
    {
        public void Measure(FrameWindow window, Span<double> measurements)
        {
            for (int plane = 0; plane < measurements.Length; plane++)
            {
                measurements[plane] = SquaredErrorKernel.Sum(window.Reference.Plane(plane), window.Distorted.Plane(plane), tier);
            }
        }

        public void Dispose()
        {
            // No scratch memory.
        }
    }
}
