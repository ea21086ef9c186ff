using System.Runtime.Intrinsics;
using Vmaf.Engine.Features.SinglePrecision;
using Vmaf.Engine.Simd;
using Vmaf.Engine.Video;

namespace Vmaf.Engine.Features.Ssim;

/// <summary>
/// Makes a plane smaller by a whole factor: each output sample is the mean of a box around the input sample it stands for, the picture
/// mirrored at its edges (libvmaf, iqa/decimate.c). The sums are exact, so their order is free.
/// </summary>
internal sealed unsafe class BoxDecimator : IDisposable
{
    private readonly SimdTier _tier;
    private readonly int _factor;
    private readonly int _width;
    private readonly int _height;
    private readonly FloatPlane _samples;
    private readonly FloatPlane _columnSums;

    /// <summary>Allocates rows.</summary>
    /// <param name="width">Width of the input.</param>
    /// <param name="height">Height of the input.</param>
    /// <param name="factor">How many times smaller the output is; 1 for a plain copy.</param>
    /// <param name="tier">Instruction set to use; all give the same bits.</param>
    public BoxDecimator(int width, int height, int factor, SimdTier tier)
    {
        _tier = tier;
        _factor = factor;
        _width = width;
        _height = height;
        OutputWidth = OutputLength(width, factor);
        OutputHeight = OutputLength(height, factor);
        _samples = new FloatPlane(width, 1);
        _columnSums = new FloatPlane(2 * width, 1);
    }

    /// <summary>Width of the output.</summary>
    public int OutputWidth { get; }

    /// <summary>Height of the output.</summary>
    public int OutputHeight { get; }

    /// <summary>What a side shrinks to: an odd side is given one sample more than the quotient.</summary>
    /// <param name="length">Samples of the side.</param>
    /// <param name="factor">How many times smaller it becomes.</param>
    public static int OutputLength(int length, int factor) => factor == 1 ? length : (length / factor) + (length & 1);

    /// <summary>Makes a row of the output.</summary>
    /// <param name="plane">The input.</param>
    /// <param name="y">Row of the output.</param>
    /// <param name="destination">Receives <see cref="OutputWidth"/> floats.</param>
    public void MakeRow(PlaneView plane, int y, float* destination)
    {
        if (_factor == 1)
        {
            SampleRows.ToSingle(plane, y, 0, destination, _tier);
            return;
        }

        double* sums = (double*)_columnSums.Row(0);
        new Span<double>(sums, _width).Clear();
        for (int tap = 0; tap < _factor; tap++)
        {
            SampleRows.ToSingle(plane, Mirror((y * _factor) - (_factor / 2) + tap, _height), 0, _samples.Row(0), _tier);
            AddToColumns(_samples.Row(0), 1f / (_factor * _factor), sums);
        }

        for (int x = 0; x < OutputWidth; x++)
        {
            int first = (x * _factor) - (_factor / 2);
            bool inside = first >= 0 && first + _factor <= _width;
            double sum = 0;
            for (int tap = first; tap < first + _factor; tap++)
            {
                sum += sums[inside ? tap : Mirror(tap, _width)];
            }

            destination[x] = (float)sum;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _columnSums.Dispose();
    }

    private static int Mirror(int index, int length) => index < 0 ? -1 - index : index >= length ? (2 * length) - 1 - index : index;

    private void AddToColumns(float* samples, float weight, double* sums)
    {
        int done = _tier switch
        {
            SimdTier.Avx512 => Add<Width512, Vector512<byte>>(samples, weight, sums, _width),
            SimdTier.Avx2 => Add<Width256, Vector256<byte>>(samples, weight, sums, _width),
            SimdTier.Vector128 => Add<Width128, Vector128<byte>>(samples, weight, sums, _width),
            _ => 0,
        };
        for (int x = done; x < _width; x++)
        {
            sums[x] += samples[x] * weight;
        }
    }

    private static int Add<TWidth, V>(float* samples, float weight, double* sums, int count)
        where TWidth : struct, ISimdWidth<V>
        where V : struct
    {
        V weights = TWidth.BroadcastSingle(weight);
        int lanes = TWidth.ByteCount / sizeof(float);
        int x = 0;
        for (; x + lanes <= count; x += lanes)
        {
            V products = TWidth.MultiplySingle(TWidth.Load(samples + x), weights);
            double* lower = sums + x;
            double* upper = lower + (lanes / 2);
            TWidth.Store(TWidth.AddDouble(TWidth.Load(lower), TWidth.ConvertLowerSingleToDouble(products)), lower);
            TWidth.Store(TWidth.AddDouble(TWidth.Load(upper), TWidth.ConvertUpperSingleToDouble(products)), upper);
        }

        return x;
    }
}
