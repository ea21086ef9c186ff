using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ansnr;

/// <summary>
/// Blurs a plane row by row with a square of weights. Each row of weights is summed first, then the rows are, as in libvmaf
/// (ansnr_tools.c). Rows of weights come in mirrored pairs, so a source row is filtered once for each different one.
/// </summary>
internal sealed unsafe class SquareBlur : IDisposable
{
    /// <summary>Most samples that a blur looks to each side.</summary>
    public const int LargestReach = 2;

    private const float SampleOffset = -128;
    private const int RingLength = 8;

    private readonly SimdTier _tier;
    private readonly float[] _weights;
    private readonly int _reach;
    private readonly FloatPlane _source;
    private readonly FloatPlane _ring;
    private int _rowsReady;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the plane.</param>
    /// <param name="weights">The upper rows of the square down to the middle one, row after row.</param>
    /// <param name="reach">Samples to each side.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public SquareBlur(int width, float[] weights, int reach, SimdTier tier)
    {
        _tier = tier;
        _weights = weights;
        _reach = reach;
        _source = new FloatPlane(width, 1);
        _ring = new FloatPlane(width, RingLength * (reach + 1));
    }

    /// <summary>Starts a plane.</summary>
    public void Begin() => _rowsReady = 0;

    /// <summary>Makes the next row.</summary>
    /// <param name="plane">The samples.</param>
    /// <param name="y">The row; one more with each call.</param>
    /// <param name="destination">Receives the row.</param>
    public void MakeRow(PlaneView plane, int y, float* destination)
    {
        for (int last = Math.Min(y + _reach, plane.Height - 1); _rowsReady <= last; _rowsReady++)
        {
            FilterRow(plane, _rowsReady);
        }

        int length = (2 * _reach) + 1;
        float** taps = stackalloc float*[length];
        float* ones = stackalloc float[length];
        for (int tap = 0; tap < length; tap++)
        {
            int row = EdgeMirror.BehindLast(y - _reach + tap, plane.Height);
            taps[tap] = RingRow(row, Math.Min(tap, length - 1 - tap));
            ones[tap] = 1;
        }

        SingleRowSum.Compute(taps, ones, length, destination, plane.Width, _tier);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _ring.Dispose();
    }

    private float* RingRow(int row, int weightRow) => _ring.Row(((row % RingLength) * (_reach + 1)) + weightRow);

    private void FilterRow(PlaneView plane, int y)
    {
        float* source = _source.Row(0);
        SampleRows.ToSingle(plane, y, SampleOffset, source, _tier);
        EdgeMirror.FillBehindLast(source, plane.Width, _reach);
        int length = (2 * _reach) + 1;
        fixed (float* weights = _weights)
        {
            for (int weightRow = 0; weightRow <= _reach; weightRow++)
            {
                SingleRowSum.Along(source, weights + (weightRow * length), length, RingRow(y, weightRow), plane.Width, _tier);
            }
        }
    }
}
