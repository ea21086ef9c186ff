using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;

namespace Vmaf.Engine.Features.FloatAdm;

/// <summary>One step of the wavelet transform with Daubechies' filters of four taps, downwards, then sideways.</summary>
internal sealed unsafe class WaveletTransform : IDisposable
{
    private const int TapCount = 4;

    private static readonly float[] LowPass = [0.482962913144690f, 0.836516303737469f, 0.224143868041857f, -0.129409522550921f];
    private static readonly float[] HighPass = [-0.129409522550921f, -0.224143868041857f, 0.836516303737469f, -0.482962913144690f];

    private readonly SimdTier _tier;
    private readonly FloatPlane _row;
    private readonly FloatPlane _columns;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the widest input.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public WaveletTransform(int width, SimdTier tier)
    {
        _tier = tier;
        _row = new FloatPlane(width, 1);
        _columns = new FloatPlane((width / 2) + TapCount, 2);
    }

    /// <summary>Transforms a plane.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output">Receives bands of half its size, rounded up.</param>
    public void Transform(FloatPlane input, WaveletBands output)
    {
        float** taps = stackalloc float*[TapCount];
        for (int y = 0; y < output.Height; y++)
        {
            for (int tap = 0; tap < TapCount; tap++)
            {
                taps[tap] = input.Row(EdgeMirror.BehindLast((2 * y) - 1 + tap, input.Height));
            }

            fixed (float* low = LowPass, high = HighPass)
            {
                SingleRowSum.Compute(taps, low, TapCount, _row.Row(0), input.Width, _tier);
                FilterSideways(input.Width, low, high, output.Approximation.Row(y), output.Detail(1).Row(y), output.Width);
                SingleRowSum.Compute(taps, high, TapCount, _row.Row(0), input.Width, _tier);
                FilterSideways(input.Width, low, high, output.Detail(0).Row(y), output.Detail(2).Row(y), output.Width);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _row.Dispose();
        _columns.Dispose();
    }

    private void FilterSideways(int width, float* low, float* high, float* lowOutput, float* highOutput, int outputWidth)
    {
        float* row = _row.Row(0);
        EdgeMirror.FillBehindLast(row, width, 2);

        // Columns 2 x − 1, 2 x, 2 x + 1 and 2 x + 2 lie side by side once the row is split.
        float* first = _columns.Row(0);
        float* second = _columns.Row(1);
        RowArithmetic.Split(row - 1, first, second, outputWidth + 1, _tier);
        float** taps = stackalloc float*[TapCount] { first, second, first + 1, second + 1 };
        SingleRowSum.Compute(taps, low, TapCount, lowOutput, outputWidth, _tier);
        SingleRowSum.Compute(taps, high, TapCount, highOutput, outputWidth, _tier);
    }
}
