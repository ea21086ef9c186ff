using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatVif;

/// <summary>Measures VIF of single frames.</summary>
internal sealed class FloatVifWorker : IFeatureWorker
{
    private readonly FloatVifVariant[] _variants;
    private readonly FloatVifMeter[] _meters;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatVifWorker(VideoFormat format, FloatVifVariant[] variants, SimdTier tier)
    {
        _variants = variants;
        _meters = [.. variants.Select(variant => new FloatVifMeter(format, variant, tier))];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        Span<float> numerators = stackalloc float[FloatVifVariant.ScaleCount];
        Span<float> denominators = stackalloc float[FloatVifVariant.ScaleCount];
        for (int index = 0; index < _variants.Length; index++)
        {
            _meters[index].Measure(window.Reference.Luma, window.Distorted.Luma, numerators, denominators);
            measurements = _variants[index].Write(numerators, denominators, measurements);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FloatVifMeter meter in _meters)
        {
            meter.Dispose();
        }
    }
}
