using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.SinglePrecision;

/// <summary>Filters planes downwards, then along the rows, with the same weights; edges are mirrored on the sample.</summary>
internal sealed unsafe class SeparableFilter : IDisposable
{
    private readonly SimdTier _tier;
    private readonly float[] _weights;
    private readonly FloatPlane _row;

    /// <summary>Allocates a row.</summary>
    /// <param name="weights">An odd number of weights.</param>
    /// <param name="width">Width of the widest plane.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public SeparableFilter(float[] weights, int width, SimdTier tier)
    {
        _weights = weights;
        _tier = tier;
        _row = new FloatPlane(width, 1);
    }

    /// <summary>How many samples the filter looks to each side; planes must be larger.</summary>
    public int Reach => _weights.Length / 2;

    /// <summary>Makes a row of the filtered plane.</summary>
    /// <param name="rows">The input rows above and below, from the first the filter covers on, mirrored where they lie outside.</param>
    /// <param name="width">Width of the plane.</param>
    /// <param name="destination">Receives the row.</param>
    public void MakeRow(float** rows, int width, float* destination)
    {
        fixed (float* weights = _weights)
        {
            SingleRowSum.Compute(rows, weights, _weights.Length, _row.Row(0), width, _tier);
            EdgeMirror.FillOnSamples(_row.Row(0), width, Reach);
            SingleRowSum.Along(_row.Row(0), weights, _weights.Length, destination, width, _tier);
        }
    }

    /// <summary>Makes a row of the filtered plane.</summary>
    /// <param name="plane">The input.</param>
    /// <param name="y">The row.</param>
    /// <param name="destination">Receives the row.</param>
    public void MakeRow(FloatPlane plane, int y, float* destination)
    {
        float** rows = stackalloc float*[_weights.Length];
        for (int tap = 0; tap < _weights.Length; tap++)
        {
            rows[tap] = plane.Row(EdgeMirror.OnSamples(y - Reach + tap, plane.Height));
        }

        MakeRow(rows, plane.Width, destination);
    }

    /// <inheritdoc/>
    public void Dispose() => _row.Dispose();
}
