using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Cambi;

/// <summary>Measures banding of single frames, one variant after the other.</summary>
internal sealed class CambiWorker : IFeatureWorker
{
    private readonly CambiVariant[] _variants;
    private readonly HeatMapFiles?[] _heatMaps;
    private readonly BandingDetector[] _detectors;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="heatMaps">The heat maps of each variant; not owned.</param>
    /// <param name="tier">The instruction set.</param>
    public CambiWorker(VideoFormat format, CambiVariant[] variants, HeatMapFiles?[] heatMaps, SimdTier tier)
    {
        _variants = variants;
        _heatMaps = heatMaps;
        _detectors = [.. variants.Select(variant => new BandingDetector(variant, format, tier))];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        for (int index = 0; index < _variants.Length; index++)
        {
            CambiVariant variant = _variants[index];
            double encode = _detectors[index].MeasureEncode(window.Distorted.Luma, _heatMaps[index], window.FrameIndex);
            measurements[0] = Math.Min(encode, variant.MaximumValue);
            if (variant.IsFullReference)
            {
                double source = _detectors[index].MeasureSource(window.Reference.Luma);
                measurements[1] = Math.Min(source, variant.MaximumValue);
                measurements[2] = Math.Min(Math.Max(0, encode - source), variant.MaximumValue);
            }

            measurements = measurements[variant.FeatureCount..];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (BandingDetector detector in _detectors)
        {
            detector.Dispose();
        }
    }
}
