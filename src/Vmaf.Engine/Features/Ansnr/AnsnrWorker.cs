using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ansnr;

/// <summary>Measures ANSNR of single frames.</summary>
internal sealed unsafe class AnsnrWorker : IFeatureWorker
{
    private const double LeastNoise = 1e-10;

    private static readonly float[] ReferenceWeights =
    [
        1 / 16f, 2 / 16f, 1 / 16f,
        2 / 16f, 4 / 16f, 2 / 16f,
    ];

    private static readonly float[] DistortedWeights =
    [
        (float)(2.0 / 571), (float)(7.0 / 571), (float)(12.0 / 571), (float)(7.0 / 571), (float)(2.0 / 571),
        (float)(7.0 / 571), (float)(31.0 / 571), (float)(52.0 / 571), (float)(31.0 / 571), (float)(7.0 / 571),
        (float)(12.0 / 571), (float)(52.0 / 571), (float)(127.0 / 571), (float)(52.0 / 571), (float)(12.0 / 571),
    ];

    private readonly VideoFormat _format;
    private readonly SimdTier _tier;
    private readonly SquareBlur _reference;
    private readonly SquareBlur _distorted;
    private readonly FloatPlane _rows;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public AnsnrWorker(VideoFormat format, SimdTier tier)
    {
        _format = format;
        _tier = tier;
        _reference = new SquareBlur(format.Width, ReferenceWeights, 1, tier);
        _distorted = new SquareBlur(format.Width, DistortedWeights, 2, tier);
        _rows = new FloatPlane(format.Width, 3);
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        PlaneView reference = window.Reference.Luma;
        PlaneView distorted = window.Distorted.Luma;
        _reference.Begin();
        _distorted.Begin();
        float signal = 0;
        float noise = 0;
        for (int y = 0; y < reference.Height; y++)
        {
            _reference.MakeRow(reference, y, _rows.Row(0));
            _distorted.MakeRow(distorted, y, _rows.Row(1));
            RowArithmetic.Distance(_rows.Row(0), _rows.Row(1), _rows.Row(1), reference.Width, _tier);
            RowArithmetic.Multiply(_rows.Row(0), _rows.Row(0), _rows.Row(0), reference.Width, _tier);
            RowArithmetic.Multiply(_rows.Row(1), _rows.Row(1), _rows.Row(1), reference.Width, _tier);
            (float rowSignal, float rowNoise) = SequentialSum.Of(_rows.Row(0), _rows.Row(1), reference.Width);
            signal += rowSignal;
            noise += rowNoise;
        }

        double peak = ((1 << _format.BitDepth) - 1) / (double)(1 << (_format.BitDepth - 8));
        double largest = (6 * _format.BitDepth) + 12;
        measurements[0] = noise == 0 ? largest : 10.0 * Math.Log10(signal / noise);
        measurements[1] = Math.Min(10 * Math.Log10(peak * peak * _format.Width * _format.Height / Math.Max(noise, LeastNoise)), largest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reference.Dispose();
        _distorted.Dispose();
        _rows.Dispose();
    }
}
