using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>Measures detail loss and impairment of single frames. All variants share the wavelet transforms.</summary>
internal sealed unsafe class FloatAdmWorker : IFeatureWorker
{
    private const float SampleOffset = -128;

    private readonly VideoFormat _format;
    private readonly SimdTier _tier;
    private readonly FloatAdmVariant[] _variants;
    private readonly FloatPlane _referenceSamples;
    private readonly FloatPlane _distortedSamples;
    private readonly WaveletBands[] _references = new WaveletBands[FloatAdmVariant.ScaleCount];
    private readonly WaveletBands[] _distorteds = new WaveletBands[FloatAdmVariant.ScaleCount];
    private readonly WaveletTransform _transform;
    private readonly ScaleMeter[][] _meters;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatAdmWorker(VideoFormat format, FloatAdmVariant[] variants, SimdTier tier)
    {
        _format = format;
        _tier = tier;
        _variants = variants;
        _referenceSamples = new FloatPlane(format.Width, format.Height);
        _distortedSamples = new FloatPlane(format.Width, format.Height);
        _transform = new WaveletTransform(format.Width, tier);
        int width = format.Width;
        int height = format.Height;
        for (int scale = 0; scale < FloatAdmVariant.ScaleCount; scale++)
        {
            width = (width + 1) / 2;
            height = (height + 1) / 2;
            _references[scale] = new WaveletBands(width, height);
            _distorteds[scale] = new WaveletBands(width, height);
        }

        _meters = [.. variants.Select(variant => _references.Select((bands, scale) => new ScaleMeter(bands.Width, variant, scale, tier)).ToArray())];
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        Transform(window.Reference.Luma, _referenceSamples, _references);
        Transform(window.Distorted.Luma, _distortedSamples, _distorteds);
        Span<AdmSums> sums = stackalloc AdmSums[FloatAdmVariant.ScaleCount];
        for (int variant = 0; variant < _variants.Length; variant++)
        {
            for (int scale = 0; scale < FloatAdmVariant.ScaleCount; scale++)
            {
                // A scale left out has a denominator that divides without harm.
                sums[scale] = scale == 0 && _variants[variant].SkipsScale0
                    ? new AdmSums(0, 1e-10f, 0)
                    : _meters[variant][scale].Measure(_references[scale], _distorteds[scale]);
            }

            measurements = _variants[variant].Write(sums, (double)_format.Width * _format.Height, measurements);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _referenceSamples.Dispose();
        _distortedSamples.Dispose();
        _transform.Dispose();
        foreach (WaveletBands bands in _references.Concat(_distorteds))
        {
            bands.Dispose();
        }

        foreach (ScaleMeter meter in _meters.SelectMany(meters => meters))
        {
            meter.Dispose();
        }
    }

    private void Transform(PlaneView luma, FloatPlane samples, WaveletBands[] scales)
    {
        for (int y = 0; y < luma.Height; y++)
        {
            SampleRows.ToSingle(luma, y, SampleOffset, samples.Row(y), _tier);
        }

        FloatPlane input = samples;
        foreach (WaveletBands bands in scales)
        {
            _transform.Transform(input, bands);
            input = bands.Approximation;
        }
    }
}
