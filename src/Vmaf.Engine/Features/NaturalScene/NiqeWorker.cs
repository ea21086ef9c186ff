using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.NaturalScene;

/// <summary>Measures the features of each patch of single frames.</summary>
internal sealed unsafe class NiqeWorker : IFeatureWorker
{
    private readonly NiqeVariant[] _variants;
    private readonly SimdTier _tier;
    private readonly FloatPlane _picture;
    private readonly PictureReducer _reducer;
    private readonly ContrastNormalizer[] _normalizers;

    // Normalised coefficients of either scale, row after row.
    private readonly float[][] _coefficients;
    private readonly float[] _patch;
    private readonly float[] _scratch;

    /// <summary>Allocates what a frame needs.</summary>
    /// <param name="format">Format of the video.</param>
    /// <param name="variants">The patch sizes.</param>
    /// <param name="tier">Instruction set for the conversion of samples.</param>
    public NiqeWorker(VideoFormat format, NiqeVariant[] variants, SimdTier tier)
    {
        _variants = variants;
        _tier = tier;
        _picture = new FloatPlane(format.Width, format.Height);
        _reducer = new PictureReducer(ReductionFilter.Bicubic, format.Width, format.Height, 2);
        _normalizers = [.. Pictures.Select(picture => new ContrastNormalizer(picture.Width, EdgeRule.Nearest))];
        _coefficients = [.. Pictures.Select(picture => new float[picture.Width * picture.Height])];
        int largest = variants.Max(variant => variant.PatchSize * variant.PatchSize);
        _patch = new float[largest];
        _scratch = new float[4 * largest];
    }

    private FloatPlane[] Pictures => [_picture, _reducer.Output];

    /// <inheritdoc/>
    public void Measure(FrameWindow window, Span<double> measurements)
    {
        PlaneView luma = window.Distorted.Luma;
        for (int y = 0; y < luma.Height; y++)
        {
            SampleRows.ToSingle(luma, y, 0, _picture.Row(y), _tier);
        }

        _reducer.Reduce(_picture);
        FloatPlane[] pictures = Pictures;
        for (int scale = 0; scale < pictures.Length; scale++)
        {
            _normalizers[scale].Normalize<float>(pictures[scale], _coefficients[scale]);
        }

        foreach (NiqeVariant variant in _variants)
        {
            foreach ((int top, int left) in variant.Patches)
            {
                for (int scale = 0; scale < pictures.Length; scale++)
                {
                    int count = NiqeDefinition.PatchFeatures.Count / NiqeDefinition.ScaleCount;
                    MeasurePatch(scale, top, left, variant.PatchSize, measurements[..count]);
                    measurements = measurements[count..];
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _picture.Dispose();
        _reducer.Dispose();
    }

    private void MeasurePatch(int scale, int top, int left, int size, Span<double> features)
    {
        // At the smaller scale both corners are halved, rounding down.
        int firstRow = top >> scale;
        int firstColumn = left >> scale;
        int width = ((left + size) >> scale) - firstColumn;
        int height = ((top + size) >> scale) - firstRow;
        int pitch = Pictures[scale].Width;
        for (int y = 0; y < height; y++)
        {
            _coefficients[scale].AsSpan(((firstRow + y) * pitch) + firstColumn, width).CopyTo(_patch.AsSpan(y * width));
        }

        ReadOnlySpan<float> patch = _patch.AsSpan(0, width * height);
        AsymmetricFit fit = AsymmetricFit.Of(patch, _scratch);
        features[0] = fit.Shape;
        features[1] = (fit.LeftScale + fit.RightScale) / 2;
        ProductFeatures.Measure(patch, width, _scratch, features[2..]);
    }
}
