using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>Measures MS-SSIM of single frames.</summary>
internal sealed unsafe class FloatMsSsimWorker : IFeatureWorker
{
    /// <summary>Number of scales, each half the size of the one before.</summary>
    public const int ScaleCount = 5;

    private readonly FloatMsSsimVariant[] _variants;
    private readonly SimdTier _tier;
    private readonly WaveletDecimator _decimator;
    private readonly FloatPlane[] _references = new FloatPlane[ScaleCount];
    private readonly FloatPlane[] _distorteds = new FloatPlane[ScaleCount];
    private readonly SsimMeter[] _meters = new SsimMeter[ScaleCount];
    private readonly SsimScores[] _scores = new SsimScores[ScaleCount];

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatMsSsimWorker(VideoFormat format, FloatMsSsimVariant[] variants, SimdTier tier)
    {
        _variants = variants;
        _tier = tier;
        _decimator = new WaveletDecimator(format.Width, tier);
        int width = format.Width;
        int height = format.Height;
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            _references[scale] = new FloatPlane(width, height);
            _distorteds[scale] = new FloatPlane(width, height);
            _meters[scale] = new SsimMeter(width, height, tier);
            width = (width + 1) / 2;
            height = (height + 1) / 2;
        }
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        FillFirstScale(window.Reference.Luma, _references[0]);
        FillFirstScale(window.Distorted.Luma, _distorteds[0]);
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            if (scale > 0)
            {
                _decimator.Halve(_references[scale - 1], _references[scale]);
                _decimator.Halve(_distorteds[scale - 1], _distorteds[scale]);
            }

            SsimMeter meter = _meters[scale];
            meter.Begin();
            for (int y = 0; y < _references[scale].Height; y++)
            {
                meter.AddRow(_references[scale].Row(y), _distorteds[scale].Row(y));
            }

            _scores[scale] = meter.End();
        }

        foreach (FloatMsSsimVariant variant in _variants)
        {
            measurements = variant.Write(_scores, measurements);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _decimator.Dispose();
        for (int scale = 0; scale < ScaleCount; scale++)
        {
            _references[scale].Dispose();
            _distorteds[scale].Dispose();
            _meters[scale].Dispose();
        }
    }

    private void FillFirstScale(PlaneView samples, FloatPlane plane)
    {
        for (int y = 0; y < samples.Height; y++)
        {
            SampleRows.ToSingle(samples, y, 0, plane.Row(y), _tier);
        }
    }
}
