using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.FloatMotion;

/// <summary>Blurs a plane of samples with a short Gaussian, row by row from the first to the last.</summary>
internal sealed unsafe class MotionBlur : IDisposable
{
    private const float SampleOffset = -128;

    private readonly SimdTier _tier;
    private readonly SeparableFilter _filter;
    private readonly FloatPlane _samples;

    private int _rowsTaken;

    /// <summary>Allocates the rows that the Gaussian covers.</summary>
    /// <param name="width">Width of the plane.</param>
    /// <param name="filterSize">Length of the Gaussian: 1, 3 or 5.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public MotionBlur(int width, int filterSize, SimdTier tier)
    {
        _tier = tier;
        _filter = new SeparableFilter(Weights(filterSize), width, tier);
        _samples = new FloatPlane(width, (2 * _filter.Reach) + 1);
    }

    /// <summary>The weights of a Gaussian of some length.</summary>
    /// <param name="filterSize">1, 3 or 5.</param>
    public static float[] Weights(int filterSize) => filterSize switch
    {
        1 => [1f],
        3 => [0.166378498f, 0.667243004f, 0.166378498f],
        _ => [0.054488685f, 0.244201342f, 0.402619947f, 0.244201342f, 0.054488685f],
    };

    /// <summary>Makes a row of the blurred plane.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="y">The row: 0, or the one after the last made.</param>
    /// <param name="destination">Receives the row.</param>
    public void MakeRow(PlaneView plane, int y, float* destination)
    {
        if (y == 0)
        {
            _rowsTaken = 0;
        }

        for (; _rowsTaken <= Math.Min(y + _filter.Reach, plane.Height - 1); _rowsTaken++)
        {
            SampleRows.ToSingle(plane, _rowsTaken, SampleOffset, _samples.Row(_rowsTaken % _samples.Height), _tier);
        }

        float** rows = stackalloc float*[_samples.Height];
        for (int tap = 0; tap < _samples.Height; tap++)
        {
            rows[tap] = _samples.Row(EdgeMirror.OnSamples(y - _filter.Reach + tap, plane.Height) % _samples.Height);
        }

        _filter.MakeRow(rows, plane.Width, destination);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _filter.Dispose();
        _samples.Dispose();
    }
}
