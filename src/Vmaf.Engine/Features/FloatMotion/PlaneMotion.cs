using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>Motion of one plane between two frames.</summary>
internal sealed unsafe class PlaneMotion : IDisposable
{
    private const int RowsAtATime = 3;

    private readonly SimdTier _tier;
    private readonly MotionBlur _currentBlur;
    private readonly MotionBlur _previousBlur;
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
        _currentBlur = new MotionBlur(width, measure.FilterSize, tier);
        _previousBlur = new MotionBlur(width, measure.FilterSize, tier);

        // Only halving looks at blurred rows again.
        _current = new FloatPlane(width, measure.AddsHalfSize ? height : 1);
        _previous = new FloatPlane(width, _current.Height);
        _distances = new FloatPlane(width, RowsAtATime);
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
        float sum = 0;
        for (int y = 0; y < current.Height; y++)
        {
            float* currentRow = _current.Row(y % _current.Height);
            float* previousRow = _previous.Row(y % _previous.Height);
            _currentBlur.MakeRow(current, y, currentRow);
            _previousBlur.MakeRow(previous, y, previousRow);
            AddDistance(currentRow, previousRow, y, current.Width, current.Height, ref sum);
        }

        float motion = sum / (current.Width * current.Height);
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
        _currentBlur.Dispose();
        _previousBlur.Dispose();
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
            AddDistance(first.Row(y), second.Row(y), y, first.Width, first.Height, ref sum);
        }

        return sum / (first.Width * first.Height);
    }

    /// <summary>Adds up the distances of two rows, from left to right; several rows together, as the order of additions is fixed within a row.</summary>
    private void AddDistance(float* first, float* second, int y, int width, int height, ref float sum)
    {
        RowArithmetic.Distance(first, second, _distances.Row(y % RowsAtATime), width, _tier);
        if (y % RowsAtATime == RowsAtATime - 1)
        {
            (float sum0, float sum1, float sum2) = SequentialSum.Of(_distances.Row(0), _distances.Row(1), _distances.Row(2), width);
            sum += sum0;
            sum += sum1;
            sum += sum2;
        }
        else if (y == height - 1)
        {
            for (int row = 0; row <= y % RowsAtATime; row++)
            {
                sum += SequentialSum.Of(_distances.Row(row), width);
            }
        }
    }
}
