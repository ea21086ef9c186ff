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
    private readonly FloatPlane _rows;
    private readonly SsimScale _scale;
    private readonly SsimScores[] _scores = new SsimScores[ScaleCount];

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of both videos.</param>
    /// <param name="variants">The variants to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public FloatMsSsimWorker(VideoFormat format, FloatMsSsimVariant[] variants, SimdTier tier)
    {
        _variants = variants;
        _tier = tier;
        _rows = new FloatPlane(format.Width, 2);
        _scale = new SsimScale(format.Width, format.Height, ScaleCount, tier);
    }

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        _scale.Begin();
        PlaneView reference = window.Reference.Luma;
        PlaneView distorted = window.Distorted.Luma;
        for (int y = 0; y < reference.Height; y++)
        {
            SampleRows.ToSingle(reference, y, 0, _rows.Row(0), _tier);
            SampleRows.ToSingle(distorted, y, 0, _rows.Row(1), _tier);
            _scale.AddRow(_rows.Row(0), _rows.Row(1));
        }

        _scale.End(_scores);
        foreach (FloatMsSsimVariant variant in _variants)
        {
            measurements = variant.Write(_scores, measurements);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _scale.Dispose();
    }
}
