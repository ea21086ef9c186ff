using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Halves a plane with the low-pass filter of the 9/7 biorthogonal wavelet, 9 × 9 weights, the picture mirrored at its edges
/// (libvmaf, ms_ssim.c).
/// </summary>
internal sealed unsafe class WaveletDecimator : IDisposable
{
    private const int Reach = 4;
    private const int Length = (2 * Reach) + 1;
    private const int RingLength = 16;

    // The quarter of the weights; the rest mirrors it. Rounded to six decimals, so no product of a row and a column.
    private static readonly float[] Quarter =
    [
        0.363505f, 0.160885f, -0.047149f, -0.010146f, 0.016114f,
        0.160885f, 0.071207f, -0.020867f, -0.004490f, 0.007132f,
        -0.047149f, -0.020867f, 0.006115f, 0.001316f, -0.002090f,
        -0.010146f, -0.004490f, 0.001316f, 0.000283f, -0.000450f,
        0.016114f, 0.007132f, -0.002090f, -0.000450f, 0.000714f,
    ];

    private readonly SimdTier _tier;
    private readonly FloatPlane _padded;
    private readonly FloatPlane _evenColumns;
    private readonly FloatPlane _oddColumns;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the widest input.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public WaveletDecimator(int width, SimdTier tier)
    {
        _tier = tier;
        _padded = new FloatPlane(width + (2 * Reach), 1);
        _evenColumns = new FloatPlane((width / 2) + Length, RingLength);
        _oddColumns = new FloatPlane((width / 2) + Length, RingLength);
    }

    /// <summary>Makes a plane of half the size.</summary>
    /// <param name="source">The input, at least 5 samples wide and high.</param>
    /// <param name="destination">Receives the output; its sides are half the input's, rounded up.</param>
    public void Halve(FloatPlane source, FloatPlane destination)
    {
        float* weights = stackalloc float[Length * Length];
        float** taps = stackalloc float*[Length * Length];
        for (int tap = 0; tap < Length * Length; tap++)
        {
            weights[tap] = Quarter[(Math.Abs((tap / Length) - Reach) * (Reach + 1)) + Math.Abs((tap % Length) - Reach)];
        }

        int ready = 0;
        for (int y = 0; y < destination.Height; y++)
        {
            for (int last = Math.Min((2 * y) + Reach, source.Height - 1); ready <= last; ready++)
            {
                SplitColumns(source.Row(ready), source.Width, ready % RingLength);
            }

            for (int tap = 0; tap < Length * Length; tap++)
            {
                int row = Mirror((2 * y) + (tap / Length) - Reach, source.Height) % RingLength;
                int column = tap % Length;
                taps[tap] = ((column & 1) == 0 ? _evenColumns : _oddColumns).Row(row) + (column / 2);
            }

            WeightedRowSum.Compute(taps, weights, Length * Length, destination.Row(y), destination.Width, _tier);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _padded.Dispose();
        _evenColumns.Dispose();
        _oddColumns.Dispose();
    }

    private static int Mirror(int index, int length) => index < 0 ? -1 - index : index >= length ? (2 * length) - 1 - index : index;

    /// <summary>Mirrors a row at its ends and splits it, so that every second column can be filtered with full registers.</summary>
    private void SplitColumns(float* row, int width, int slot)
    {
        float* padded = _padded.Row(0);
        new ReadOnlySpan<float>(row, width).CopyTo(new Span<float>(padded + Reach, width));
        for (int x = 0; x < Reach; x++)
        {
            padded[Reach - 1 - x] = row[x];
            padded[Reach + width + x] = row[width - 1 - x];
        }

        int pairs = (width + (2 * Reach)) / 2;
        float* even = _evenColumns.Row(slot);
        float* odd = _oddColumns.Row(slot);
        RowArithmetic.Split(padded, even, odd, pairs, _tier);
        even[pairs] = padded[2 * pairs];
    }
}
