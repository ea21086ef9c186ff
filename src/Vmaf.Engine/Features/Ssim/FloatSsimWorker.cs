using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>Measures SSIM of single frames, once for each factor of reduction.</summary>
internal sealed unsafe class FloatSsimWorker : IFeatureWorker
{
    private readonly FloatSsimVariant[] _variants;
    private readonly int[] _factors;
    private readonly BoxDecimator[] _decimators;
    private readonly SsimMeter[] _meters;
    private readonly SsimScores[] _scores;
    private readonly FloatPlane _rows;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatSsimWorker(VideoFormat format, FloatSsimVariant[] variants, SimdTier tier)
    {
        _variants = variants;
        _factors = [.. variants.Select(variant => variant.Factor).Distinct()];
        _decimators = [.. _factors.Select(factor => new BoxDecimator(format.Width, format.Height, factor, tier))];
        _meters = [.. _decimators.Select(decimator => new SsimMeter(decimator.OutputWidth, decimator.OutputHeight, tier))];
        _scores = new SsimScores[_factors.Length];
        _rows = new FloatPlane(format.Width, 2);
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        for (int index = 0; index < _factors.Length; index++)
        {
            _scores[index] = Measure(window.Reference.Luma, window.Distorted.Luma, _decimators[index], _meters[index]);
        }

        foreach (FloatSsimVariant variant in _variants)
        {
            measurements = variant.Write(_scores[Array.IndexOf(_factors, variant.Factor)], measurements);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        for (int index = 0; index < _factors.Length; index++)
        {
            _decimators[index].Dispose();
            _meters[index].Dispose();
        }
    }

    private SsimScores Measure(PlaneView reference, PlaneView distorted, BoxDecimator decimator, SsimMeter meter)
    {
        meter.Begin();
        for (int y = 0; y < decimator.OutputHeight; y++)
        {
            decimator.MakeRow(reference, y, _rows.Row(0));
            decimator.MakeRow(distorted, y, _rows.Row(1));
            meter.AddRow(_rows.Row(0), _rows.Row(1));
        }

        return meter.End();
    }
}
