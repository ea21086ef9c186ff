using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.FloatVif;

/// <summary>Sums the information of one scale, row by row: local moments under the Gaussian, then what they tell.</summary>
internal sealed unsafe class VifScaleSums : IDisposable
{
    private readonly SimdTier _tier;
    private readonly SeparableFilter _filter;
    private readonly VifInformation _information;
    private readonly int _length;
    private readonly int _ringLength;
    private readonly FloatPlane _products;
    private readonly FloatPlane _moments;
    private readonly FloatPlane _sums;

    /// <summary>Allocates rows.</summary>
    /// <param name="filter">The Gaussian of the scale; not disposed of here.</param>
    /// <param name="variant">What to measure.</param>
    /// <param name="width">Width of the scale.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public VifScaleSums(SeparableFilter filter, FloatVifVariant variant, int width, SimdTier tier)
    {
        _tier = tier;
        _filter = filter;
        _information = new VifInformation(variant.GainLimit, variant.NoiseVariance);
        _length = (2 * filter.Reach) + 1;
        _ringLength = _length + 1;
        _products = new FloatPlane(width, LocalMoments.ProductCount * _ringLength);
        _moments = new FloatPlane(width, LocalMoments.Count);
        _sums = new FloatPlane(width, 2);
    }

    /// <summary>Measures a scale.</summary>
    /// <param name="reference">Plane of the reference.</param>
    /// <param name="distorted">Plane of the distorted picture.</param>
    public (float Numerator, float Denominator) Measure(FloatPlane reference, FloatPlane distorted)
    {
        float numerator = 0;
        float denominator = 0;
        int ready = 0;
        float** taps = stackalloc float*[_length];
        for (int y = 0; y < reference.Height; y++)
        {
            for (int last = Math.Min(y + _filter.Reach, reference.Height - 1); ready <= last; ready++)
            {
                Multiply(reference.Row(ready), distorted.Row(ready), ready, reference.Width);
            }

            _filter.MakeRow(reference, y, _moments.Row(0));
            _filter.MakeRow(distorted, y, _moments.Row(1));
            for (int product = 0; product < LocalMoments.ProductCount; product++)
            {
                for (int tap = 0; tap < _length; tap++)
                {
                    taps[tap] = Product(product, EdgeMirror.OnSamples(y - _filter.Reach + tap, reference.Height));
                }

                _filter.MakeRow(taps, reference.Width, _moments.Row(2 + product));
            }

            _information.Compute(_moments, _sums.Row(0), _sums.Row(1), reference.Width, _tier);
            (float rowNumerator, float rowDenominator) = SequentialSum.Of(_sums.Row(0), _sums.Row(1), reference.Width);
            numerator += rowNumerator;
            denominator += rowDenominator;
        }

        return (numerator, denominator);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _products.Dispose();
        _moments.Dispose();
        _sums.Dispose();
    }

    private float* Product(int product, int y) => _products.Row((product * _ringLength) + (y % _ringLength));

    private void Multiply(float* reference, float* distorted, int y, int width) =>
        LocalMoments.Multiply(reference, distorted, Product(0, y), Product(1, y), Product(2, y), width, _tier);
}
