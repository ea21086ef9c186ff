using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>Measures the features of BRISQUE of single frames.</summary>
internal sealed unsafe class BrisqueWorker : IFeatureWorker
{
    private readonly SimdTier _tier;
    private readonly FloatPlane _picture;
    private readonly PictureReducer[] _reducers;
    private readonly ContrastNormalizer[] _normalizers;
    private readonly double[] _coefficients;
    private readonly double[] _scratch;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of the video.</param>
    /// <param name="tier">Instruction set for the conversion of samples.</param>
    public BrisqueWorker(VideoFormat format, SimdTier tier)
    {
        _tier = tier;
        _picture = new FloatPlane(format.Width, format.Height);
        _reducers = [.. Enumerable.Range(1, BrisqueDefinition.ScaleCount - 1)
            .Select(scale => new PictureReducer(ReductionFilter.Bilinear, format.Width, format.Height, 1 << scale))];
        _normalizers = [.. Pictures.Select(picture => new ContrastNormalizer(picture.Width, EdgeRule.Zero))];
        _coefficients = new double[format.Width * format.Height];
        _scratch = new double[4 * _coefficients.Length];
    }

    private IEnumerable<FloatPlane> Pictures => [_picture, .. _reducers.Select(reducer => reducer.Output)];

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        PlaneView luma = window.Distorted.Luma;
        for (int y = 0; y < luma.Height; y++)
        {
            SampleRows.ToSingle(luma, y, 0, _picture.Row(y), _tier);
        }

        int scale = 0;
        foreach (FloatPlane picture in Pictures)
        {
            if (scale > 0)
            {
                _reducers[scale - 1].Reduce(_picture);
            }

            Span<double> coefficients = _coefficients.AsSpan(0, picture.Width * picture.Height);
            _normalizers[scale].Normalize(picture, coefficients);
            SymmetricFit fit = SymmetricFit.Of(coefficients, _scratch);
            measurements[2 * scale] = fit.Shape;
            measurements[(2 * scale) + 1] = fit.Deviation;
            int products = (2 * BrisqueDefinition.ScaleCount) + (ProductFeatures.Count * scale);
            ProductFeatures.Measure<double>(coefficients, picture.Width, _scratch, measurements.Slice(products, ProductFeatures.Count));
            scale++;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _picture.Dispose();
        foreach (PictureReducer reducer in _reducers)
        {
            reducer.Dispose();
        }
    }
}
