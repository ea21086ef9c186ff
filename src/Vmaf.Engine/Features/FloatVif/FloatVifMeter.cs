using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatVif;

/// <summary>Takes a pair of planes through the scales of VIF.</summary>
internal sealed unsafe class FloatVifMeter : IDisposable
{
    private const float SampleOffset = -128;

    private readonly SimdTier _tier;
    private readonly FloatVifVariant _variant;
    private readonly SeparableFilter[] _filters;
    private readonly FloatPlane[] _references;
    private readonly FloatPlane[] _distorteds;
    private readonly VifScaleSums[] _scales;
    private readonly FloatPlane _row;
    private readonly PlaneResampler? _prescale;
    private readonly FloatPlane? _samples;

    /// <summary>Allocates planes.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variant">What to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatVifMeter(VideoFormat format, FloatVifVariant variant, SimdTier tier)
    {
        _tier = tier;
        _variant = variant;
        int[] scales = [.. Enumerable.Range(0, FloatVifVariant.ScaleCount)];
        _filters = [.. scales.Select(scale => new SeparableFilter(variant.FilterWeights(scale), variant.Width >> Math.Max(0, scale - 1), tier))];
        _references = [.. scales.Select(scale => new FloatPlane(variant.Width >> scale, variant.Height >> scale))];
        _distorteds = [.. scales.Select(scale => new FloatPlane(variant.Width >> scale, variant.Height >> scale))];
        _scales = [.. scales.Select(scale => new VifScaleSums(_filters[scale], variant, variant.Width >> scale, tier))];
        _row = new FloatPlane(variant.Width, 1);
        if (variant.Width != format.Width || variant.Height != format.Height)
        {
            _prescale = new PlaneResampler(variant.Method, format.Width, format.Height, variant.Width, variant.Height);
            _samples = new FloatPlane(format.Width, format.Height);
        }
    }

    /// <summary>Measures a pair.</summary>
    /// <param name="reference">Luma of the reference.</param>
    /// <param name="distorted">Luma of the distorted picture.</param>
    /// <param name="numerators">Receives the information kept, at each scale.</param>
    /// <param name="denominators">Receives the information there was.</param>
    public void Measure(PlaneView reference, PlaneView distorted, Span<float> numerators, Span<float> denominators)
    {
        Load(reference, _references[0]);
        Load(distorted, _distorteds[0]);
        for (int scale = 0; scale < FloatVifVariant.ScaleCount; scale++)
        {
            if (scale > 0)
            {
                Halve(_filters[scale], _references[scale - 1], _references[scale]);
                Halve(_filters[scale], _distorteds[scale - 1], _distorteds[scale]);
            }

            if (scale > 0 || !_variant.SkipsScale0)
            {
                (numerators[scale], denominators[scale]) = _scales[scale].Measure(_references[scale], _distorteds[scale]);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _row.Dispose();
        _samples?.Dispose();
        for (int scale = 0; scale < FloatVifVariant.ScaleCount; scale++)
        {
            _filters[scale].Dispose();
            _references[scale].Dispose();
            _distorteds[scale].Dispose();
            _scales[scale].Dispose();
        }
    }

    private void Load(PlaneView samples, FloatPlane output)
    {
        FloatPlane target = _samples ?? output;
        for (int y = 0; y < samples.Height; y++)
        {
            SampleRows.ToSingle(samples, y, SampleOffset, target.Row(y), _tier);
        }

        _prescale?.Resample(target, output);
    }

    /// <summary>Filters, and keeps every second sample of every second row.</summary>
    private void Halve(SeparableFilter filter, FloatPlane input, FloatPlane output)
    {
        for (int y = 0; y < output.Height; y++)
        {
            filter.MakeRow(input, 2 * y, _row.Row(0));
            float* destination = output.Row(y);
            for (int x = 0; x < output.Width; x++)
            {
                destination[x] = _row.Row(0)[2 * x];
            }
        }
    }
}
