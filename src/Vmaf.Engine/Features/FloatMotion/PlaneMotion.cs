using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>Motion of one plane between two frames.</summary>
internal sealed unsafe class PlaneMotion : IDisposable
{
    private readonly SimdTier _tier;
    private readonly MotionBlur _blur;
    private readonly FloatPlane _current;
    private readonly FloatPlane _previous;
    private readonly FloatPlane _distances;
    private readonly PlaneResampler? _halving;
    private readonly FloatPlane? _halfCurrent;
    private readonly FloatPlane? _halfPrevious;

    /// <summary>Allocates planes.</summary>
    /// <param name="width">Width of the plane.</param>
    /// <param name="height">Its height.</param>
    /// <param name="measure">What to measure.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public PlaneMotion(int width, int height, MotionMeasure measure, SimdTier tier)
    {
        _tier = tier;
        _blur = new MotionBlur(width, height, measure.FilterSize, tier);
        _current = new FloatPlane(width, height);
        _previous = new FloatPlane(width, height);
        _distances = new FloatPlane(width, 1);
        if (measure.AddsHalfSize)
        {
            int halfWidth = (width + 1) / 2;
            int halfHeight = (height + 1) / 2;
            _halving = new PlaneResampler(ResamplingMethod.Bilinear, width, height, halfWidth, halfHeight);
            _halfCurrent = new FloatPlane(halfWidth, halfHeight);
            _halfPrevious = new FloatPlane(halfWidth, halfHeight);
        }
    }

    /// <summary>Mean absolute difference of the blurred planes.</summary>
    /// <param name="current">Plane of a frame.</param>
    /// <param name="previous">Plane of the frame before.</param>
    public double Measure(PlaneView current, PlaneView previous)
    {
        _blur.Blur(current, _current);
        _blur.Blur(previous, _previous);
        float motion = MeanDistance(_current, _previous);
        if (_halving is not null && _halfCurrent is not null && _halfPrevious is not null)
        {
            _halving.Resample(_current, _halfCurrent);
            _halving.Resample(_previous, _halfPrevious);
            motion += MeanDistance(_halfCurrent, _halfPrevious);
        }

        return motion;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blur.Dispose();
        _current.Dispose();
        _previous.Dispose();
        _distances.Dispose();
        _halfCurrent?.Dispose();
        _halfPrevious?.Dispose();
    }

    private float MeanDistance(FloatPlane first, FloatPlane second)
    {
        float sum = 0;
        for (int y = 0; y < first.Height; y++)
        {
            RowArithmetic.Distance(first.Row(y), second.Row(y), _distances.Row(0), first.Width, _tier);
            sum += SequentialSum.Of(_distances.Row(0), first.Width);
        }

        return sum / (first.Width * first.Height);
    }
}
